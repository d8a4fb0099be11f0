"""What makes the files in models/: gather samples, fit, evaluate, write. No server imports it."""
