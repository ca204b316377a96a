"""Our own reusable widgets. They know the theme and the domain, never a service or a page."""
