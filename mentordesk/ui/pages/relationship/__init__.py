"""A relationship: what has happened, what is open, what comes next."""
