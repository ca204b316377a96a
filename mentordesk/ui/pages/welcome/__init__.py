"""The first page of all, and the first steps after it."""
