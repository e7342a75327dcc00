"""A night's outbox: a manifest of many messages in, results that can be held together and resumed out."""
