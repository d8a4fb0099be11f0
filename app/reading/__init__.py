"""From a picture to an answer. Pure: no Flask, no storage, no clock, no environment."""
