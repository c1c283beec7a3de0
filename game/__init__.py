"""Two Ledgers: every number exists twice, what the villages have and what the report says."""
