"""``bodem patterns``: the patterns of the report, run through the sweep engine and judged by one rule."""
