"""From a Doc to claims: mentions, contacts, actions, statements, and what became of them. Pure."""
