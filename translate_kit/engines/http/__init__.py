"""The ``http`` engine: a translation server on the office's own network."""

from translate_kit.engines.http.opening import open_http

__all__ = ["open_http"]
