from sklearn.datasets import load_digits
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

digits = load_digits()
X_train, X_test, y_train, y_test = train_test_split(digits.data, digits.target, shuffle=False)
print(len(X_train), "to learn from,", len(X_test), "to be tested on")
print(SVC().fit(X_train, y_train).score(X_test, y_test))
print(RandomForestClassifier(random_state=0).fit(X_train, y_train).score(X_test, y_test))
