"""``translate-kit standards``: its commands, and what each of them does."""
