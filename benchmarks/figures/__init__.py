"""One module for each figure or a few of a kind; each has a ``measure`` that returns rows."""
