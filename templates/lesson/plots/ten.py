from pathlib import Path

import matplotlib.pyplot as plt

from app.learning.examples import row_of_ten
from app.lesson.comparison import compare
from app.lesson.notebook import NotebookSVC
from app.reading.reader import Reader

reader, notebook = Reader.open(Path("models")), NotebookSVC.load(Path("models"))
_, axes = plt.subplots(2, 10, figsize=(8, 2))
for (above, below), drawing in zip(axes.T, row_of_ten()):
    both = compare(drawing.data, reader, notebook)
    for axis, counts, answer in [
        (above, both.notebook.counts, both.notebook.digit),
        (below, both.counts, both.served.digit),
    ]:
        axis.imshow([counts[i : i + 8] for i in range(0, 64, 8)], cmap="gray_r")
        axis.set_title(answer, color="black" if answer == drawing.truth else "red")
        axis.set_axis_off()
plt.show()
