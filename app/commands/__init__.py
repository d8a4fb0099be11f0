"""The work of the longer commands of `python -m app`."""
