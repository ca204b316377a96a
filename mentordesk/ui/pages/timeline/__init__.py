"""Timeline: goals and milestones over time, moved by mouse and keyboard."""
