"""The parts that scenes are made of. Each has a role, a label, a value and a rectangle."""
