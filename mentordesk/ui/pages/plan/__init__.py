"""A plan: goals with their milestones and actions, mine or those of a relationship."""
