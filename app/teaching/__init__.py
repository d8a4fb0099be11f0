"""A machine that a visitor teaches: an SVC fitted on the drawings of one request, and forgotten with it.

`school.py` has scikit-learn loaded once, off the threads that answer; `examples.py` checks what was brought;
`machine.py` fits and reads; `guesses.py`, `plane.py` and `exam.py` show what was learnt, `taught.py` puts them
together; `taught_copy.py` puts a visitor's own sign before the reader that is served; `files.py` is to take home.

All 320 features are learnt, not the 64 counts alone: taught by few of the project's test hands and asked about all the
others, `SVC(C=10)` reads 0.94 of ten digits instead of 0.90 after one hand, 0.98 instead of 0.97 after three, and 0.97
of zeros and ones instead of 0.94 after one. `tests/teaching/test_features.py` measures it.
"""
