"""Eight by Eight: draw a digit and see what a classical model reads in it."""
