"""The fuzz run over the readers of text (the deadline, the agencies, the plain-text document) and of files from chat.

Any input gives a value or a refusal with a sentence, never another exception, and takes time in proportion to its
length. The suite runs a few hundred examples of each property, the same ones every time; the long run goes on with new
ones for about a quarter of an hour on two cores, and then measures the time of long cells:

    make fuzz

Its parts by hand:

    .venv/bin/python -m pytest tests/fuzz --hypothesis-profile=fuzz
    .venv/bin/python -m tests.fuzz.growth

What falls is printed smaller, with a line `@reproduce_failure(…)` to put over the test, and is tried first by the next
run. A cell that once fell belongs into the tables of tests/data.
"""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "fuzz", max_examples=60_000, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck)
)
