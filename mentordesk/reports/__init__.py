"""What the gate has released, as pages: HTML and Markdown. Knows only the domain."""
