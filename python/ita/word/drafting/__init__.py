"""The building blocks that templates are made of."""
