"""`python fit.py MODEL`: fit scikit-learn's own digits, once, as scikit-learn's own example does."""

import sys

import joblib
from sklearn.datasets import load_digits
from sklearn.svm import SVC

joblib.dump(SVC(gamma=0.001).fit(*load_digits(return_X_y=True)), sys.argv[1])
