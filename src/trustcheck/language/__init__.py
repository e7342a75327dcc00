"""From a message to what is known of its language: sentences, tokens, clauses, entities."""
