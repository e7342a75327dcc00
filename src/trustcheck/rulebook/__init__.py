"""Floor 5, beside the linter: rule files tested by their own examples, and counted."""
