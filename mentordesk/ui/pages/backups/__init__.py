"""The backups of the open file."""
