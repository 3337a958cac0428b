"""The office's terms: concepts in five languages, what is preferred, and what is forbidden.

``Glossary.load`` (``store``) reads the folders, ``folder`` knows the files of one domain,
``search`` ranks what a person typed, ``record`` gives a concept as plain data.
"""
