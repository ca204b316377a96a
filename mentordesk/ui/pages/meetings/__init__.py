"""All meetings, or those of one relationship: what is ahead, then what lies behind."""
