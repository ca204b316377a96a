"""Mentees side by side: a column for each, the same rows for all."""
