"""``translate-kit memory``: its commands, and what each of them does."""
