"""Conditions over the facts of an account, as claim files write them: a part of Jinja with a third truth value."""
