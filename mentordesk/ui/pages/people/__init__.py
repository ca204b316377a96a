"""Forms about people and relationships."""
