"""The rules of mentoring: what things are called, what is allowed, what follows from what."""
