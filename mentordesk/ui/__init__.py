"""The window: Qt Widgets over the services. Nothing below this package knows Qt."""
