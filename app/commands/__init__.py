"""What the command line does: each command's own work, over the rooms of the house."""
