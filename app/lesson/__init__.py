"""What a server shows of training: measured files opened, the notebook's recipe beside ours; nothing is measured here.

`app.learning.measure_lesson` writes the files.
"""
