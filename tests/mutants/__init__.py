"""Small changes to the code, each of which a test should notice: `make mutants MINUTES=20` (off CI).

A script of our own: mutmut and cosmic-ray are well kept, but the first runs the whole suite twice before its first
mutant and leaves tables outside functions as they are, the second writes into the tree and brings a dozen libraries;
neither takes a sample by a seed and a time limit.

A mutant never touches a file: the test process loads the module changed (planting.py). One that survives is printed
with its line. Some mean the same as the code does and cannot be killed; any other wants a row in a table.
"""
