from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.svm import SVC

digits = load_digits()
answers = SVC().fit(digits.data[:1347], digits.target[:1347]).predict(digits.data[1347:])
print(confusion_matrix(digits.target[1347:], answers))
print((answers != digits.target[1347:]).sum(), "wrong")
