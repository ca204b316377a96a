"""Small programs that are measured from outside, each a process of its own."""
