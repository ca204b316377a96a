"""The pages, one folder a topic; none knows another."""
