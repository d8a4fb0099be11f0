import matplotlib.pyplot as plt
from sklearn.datasets import load_digits
from sklearn.svm import SVC

digits = load_digits()
images, labels = digits.images[1347:], digits.target[1347:]
answers = SVC().fit(digits.data[:1347], digits.target[:1347]).predict(digits.data[1347:])
wrong = (answers != labels).nonzero()[0]
_, axes = plt.subplots(3, 10, figsize=(8, 3))
for axis in axes.flat:
    axis.set_axis_off()
for axis, i in zip(axes.flat, wrong):
    axis.imshow(images[i], cmap="gray_r")
    axis.set_title(f"{answers[i]} → {labels[i]}", color="red")
plt.show()
