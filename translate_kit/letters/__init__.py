"""Letters: facts first, letter second."""
