import matplotlib.pyplot as plt
from sklearn.datasets import load_digits

digits = load_digits()
_, axes = plt.subplots(10, 10, figsize=(8, 10))
for axis, image, label in zip(axes.flat, digits.images, digits.target):
    axis.imshow(image, cmap="gray_r")
    axis.set_title(label)
    axis.set_axis_off()
plt.show()
