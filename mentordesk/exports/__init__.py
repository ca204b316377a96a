"""Turn released rows into bytes that other programs read."""
