"""What the OpenDocument formats (odt, ods, odp) share: paragraphs, styles, parts."""
