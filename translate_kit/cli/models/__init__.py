"""``translate-kit models``: its commands, and what each of them does."""
