"""`python with_flask.py PORT`: a tutorial's website, served as Flask's documentation says, by waitress."""

import logging
import sys

from flask import Flask, Response, jsonify, request
from recipe import read_file
from waitress import serve

app = Flask(__name__)


@app.post("/predict")
def predict() -> Response:
    """Return the digit in the file of a form."""
    return jsonify(digit=read_file(request.files["file"].stream))


logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # no line for each that waits: nobody else writes any
serve(app, host="127.0.0.1", port=int(sys.argv[1]))
