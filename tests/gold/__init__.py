"""Gold: invented articles with the claims they make, in the format of README.md."""
