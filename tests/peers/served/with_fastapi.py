"""`python with_fastapi.py PORT`: a tutorial's API, served by uvicorn."""

import sys

import uvicorn
from fastapi import FastAPI, UploadFile
from recipe import read_file

app = FastAPI()


@app.post("/predict")
def predict(file: UploadFile) -> dict[str, int]:
    """Return the digit in the file of a form."""
    return {"digit": read_file(file.file)}


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
