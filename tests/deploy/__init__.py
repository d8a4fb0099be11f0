"""What needs more than the program's own packages: the wheel in an empty environment, the notebook in Jupyter."""
