"""Erase something for good: what goes, and the question."""
