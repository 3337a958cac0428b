"""The search index of a large glossary: a file that answers in milliseconds.

It lies in the person's cache, holds what the CSV files hold, and is brought up to date by the
stamps of the files before each search. Deleting it costs the time to make it again.
"""

from translate_kit.glossary.index.index import Index

__all__ = ["Index"]
