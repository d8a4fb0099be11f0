"""The notebook's numbers: models side by side, their right and wrong answers, and the two roads of one drawing.

`book` opens what `measuring` wrote when the model was trained; only that loads scikit-learn.
"""
