"""The program beside what tutorials make of the same libraries: real servers, asked the same by the same clients.

`served/` is what runs in the peers' own environment, `requirements-peers.txt`, which imports nothing of the project.
"""
