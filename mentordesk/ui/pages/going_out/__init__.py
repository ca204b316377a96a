"""Going out: what is about to leave the file, what stays, and what has left."""
