"""From mentions to parties, and from claims to what they have in common. Sees no syntax."""
