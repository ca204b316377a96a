"""MentorDesk: one person's mentoring life in one local file."""

__version__ = "0.1.0"
