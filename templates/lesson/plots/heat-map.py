import matplotlib.pyplot as plt
from sklearn.datasets import load_digits
from sklearn.metrics import ConfusionMatrixDisplay
from sklearn.svm import SVC

digits = load_digits()
svc = SVC().fit(digits.data[:1347], digits.target[:1347])
ConfusionMatrixDisplay.from_estimator(svc, digits.data[1347:], digits.target[1347:], cmap="Greys")
plt.show()
