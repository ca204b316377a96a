"""What is shown in place of a file that is damaged."""
