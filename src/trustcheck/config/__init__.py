"""Floor 1: the configuration. `settings` holds it as frozen data, `load` finds and reads the file."""
