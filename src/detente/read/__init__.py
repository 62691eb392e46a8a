"""From an Article to a spaCy Doc, and what can be read off a Doc without knowing diplomacy."""
