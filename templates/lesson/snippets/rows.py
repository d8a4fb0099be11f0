from sklearn.datasets import load_digits

digits = load_digits()
rows = digits.images.reshape(len(digits.images), -1)
print(digits.images.shape, "->", rows.shape)
print((rows == digits.data).all())
