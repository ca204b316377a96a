"""The one door to the file: open, check, lock, change, journal, back up."""
