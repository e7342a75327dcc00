"""The compact pattern notation: read (`notation`), compiled (`compile`), run over sentences (`index`, `matches`)."""
