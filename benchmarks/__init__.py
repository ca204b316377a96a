"""What the program costs, each figure against a floor in the same run; ``make bench``."""
