"""What an event keeps. `tests/deploy/test_postgresql.py` runs the same on a real PostgreSQL."""
