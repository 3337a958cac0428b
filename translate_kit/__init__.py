"""translate-kit: the offline translation and correspondence toolkit of a foreign-affairs office."""

__version__ = "0.1.0"
