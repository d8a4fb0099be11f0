from sklearn.datasets import load_digits

digits = load_digits()
print(len(digits.images), "digits")
print(digits.keys())
print(digits.images[0])
