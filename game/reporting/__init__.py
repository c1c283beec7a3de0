"""Indicators, the chain that bends them, what is known, both ledgers, targets, rivals, and what is printed."""
