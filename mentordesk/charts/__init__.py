"""Draw progress: rows in, matplotlib figures out.

Nothing is imported here, so that naming a chart's kind or format never loads matplotlib.
"""
