"""Pages for tests: our own article in as much HTML as a test needs."""

FIRST = "The ambassador of Chile met the foreign minister of Peru in Lima on Tuesday, he said."
SECOND = "It was their first meeting since March, and they agreed to talk again about fishing."
HEADLINE = "Envoys meet again"


def make_page(*, head: str = "", above: str = "", body: str = "", headline: str = HEADLINE) -> str:
    """A page with ``head`` in its head, ``above`` under the headline, ``body`` after the text."""
    h1 = f"<h1>{headline}</h1>" if headline else ""
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><article>{h1}{above}"
        f"<p>{FIRST}</p><p>{SECOND}</p>{body}</article></body></html>"
    )
