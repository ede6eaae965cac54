"""Filling a template: tags in, a finished document out."""
