from skimage.io import imread
from skimage.transform import resize
from skimage.util import invert
from sklearn.datasets import load_digits
from sklearn.svm import SVC

digits = load_digits()
svc = SVC().fit(digits.data[:1347], digits.target[:1347])
picture = imread("tests/drawings/0.png")
small = resize(invert(picture), (8, 8), anti_aliasing=True) * 16
print(small.round().astype(int))
print(svc.predict(small.reshape(1, -1)))
