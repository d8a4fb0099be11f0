"""What makes the files in models/: samples, training, scores and the card."""
