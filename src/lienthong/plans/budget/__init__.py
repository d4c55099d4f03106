"""Money for plans and assignments (*kinh phí*): lines with their source, what was spent, and their sums."""
