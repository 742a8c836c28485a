"""Tables of cases asserted whole: the rows that differ are told, all at once."""

from collections.abc import Iterable
from typing import TypeVar

Value = TypeVar("Value")


def differing(rows: Iterable[tuple[object, Value, Value]]) -> list[str]:
    """The rows (case, what came, what is expected) in which the two differ, each as a line to be read.

    A case whose value cannot be computed ends the table with its own error.
    """
    return [f"{case!r}: {came!r}, expected {expected!r}" for case, came, expected in rows if came != expected]
