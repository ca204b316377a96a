"""The passphrase of the file, and the sheet of paper that stands in for it."""
