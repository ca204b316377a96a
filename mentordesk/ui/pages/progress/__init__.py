"""Progress: milestones planned and reached, as a chart and as a table."""
