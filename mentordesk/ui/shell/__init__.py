"""The window around the pages: rail, top bar, search, notices, navigation."""
