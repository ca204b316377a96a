"""Use cases, one module a topic: the only thing that the window and the commands talk to."""
