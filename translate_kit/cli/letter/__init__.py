"""``translate-kit letter``: its commands, and what each of them does."""
