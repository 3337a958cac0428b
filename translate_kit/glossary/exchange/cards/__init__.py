"""A deck for Anki (apps.ankiweb.net): the file that it opens, and what stands on the cards."""
