"""From a picture to an answer. No Flask, no clock, no environment; it opens models/ once and writes nothing."""
