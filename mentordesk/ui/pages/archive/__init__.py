"""The archive: relationships that have ended, with everything that belongs to them."""
