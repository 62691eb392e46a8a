"""How well the reader does: gold files, matching of claims, figures. Compares values only."""
