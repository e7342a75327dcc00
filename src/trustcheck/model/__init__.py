"""Floor 0: frozen data and protocols. Standard library only; import from the module that holds the name."""
