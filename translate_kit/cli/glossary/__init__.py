"""``translate-kit glossary``: its commands, and what each of them does."""
