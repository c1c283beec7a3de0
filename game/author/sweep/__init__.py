"""``sweep``: many campaigns by many policies, and what they tell of cards, answers and the model."""
