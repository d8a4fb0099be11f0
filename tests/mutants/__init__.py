"""How many random mutants of app/reading a test notices: `make mutants`.

Cosmic Ray makes the mutants, each a copy of one module with a number, an operator or a keyword changed. Every place
that can be changed is drawn with the same chance, and once at most, however many changes it allows. All happens in
copies of the tree; the tests of a mutant run in a fork of a process that has the libraries loaded already.
"""
