"""Training of the judge: from annotated articles to the packaged model. Not part of the package."""
