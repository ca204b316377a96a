"""The quick log: "we talked" in two clicks."""
