"""What the records say to each kind of claim: one function a kind, listed in `table`."""
