"""`python with_gradio.py PORT`: a tutorial's demo, a picture in and a label out."""

import sys

import gradio as gr
from PIL import Image
from recipe import read


def predict(picture: Image.Image) -> str:
    """Return the digit in a picture."""
    return str(read(picture))


demo = gr.Interface(predict, gr.Image(type="pil"), gr.Label())
demo.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), quiet=True)
