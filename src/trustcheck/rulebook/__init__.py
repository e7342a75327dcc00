"""Between the linter and the command line: rule files tested by their own examples."""
