"""From bytes to Articles: text, HTML, JSON Lines, addresses. The only place with a network."""
