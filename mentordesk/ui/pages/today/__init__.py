"""Today: what comes next and what needs me."""
