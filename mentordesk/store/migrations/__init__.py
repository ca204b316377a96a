"""The numbered steps of the schema: ``v0002.upgrade`` takes a file from version 1 to 2."""
