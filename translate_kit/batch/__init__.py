"""Batch translation: many documents into many languages, resumable at any moment.

``plan`` finds the files and names the outputs, ``journal`` remembers every segment done, ``run``
goes through the three steps: scan, translate, write.
"""
