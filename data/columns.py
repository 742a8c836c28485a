"""Columns of a row that one may not be able to read: what they hold then is marked, and hides no other row.

A value that a newer version wrote, or a hand, does not raise: it reads as what says nothing and allows nothing.
"""

import json
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, ColumnElement, Dialect, String, Text, TypeDecorator, cast, literal_column
from sqlmodel import col

UNREADABLE = "unreadable"
"""The value of the member that each enumeration of a column has for what it does not know."""

Kind = TypeVar("Kind", bound=StrEnum)


class UnreadableObject(dict[str, Any]):
    """Stands, empty, for an object that cannot be read."""


class UnreadableList(list[Any]):
    """Stands, empty, for a list that cannot be read."""


class UnreadableText(str):
    """Stands for a text that is none of those that may be there; it reads as the usual one."""

    __slots__ = ()


def is_unreadable(value: object) -> bool:
    """Whether what was read of a column stands for what cannot be read."""
    if isinstance(value, StrEnum):
        return value.value == UNREADABLE
    return isinstance(value, UnreadableObject | UnreadableList | UnreadableText)


def known(kind: type[Kind]) -> tuple[Kind, ...]:
    """The members of an enumeration but for the one that stands for what it does not know."""
    return tuple(member for member in kind if member.value != UNREADABLE)


def is_readable(column: Any) -> ColumnElement[bool]:
    """The condition of a `KindColumn` holding a value that is known."""
    kind: KindColumn[StrEnum] = column.type
    return col(column).in_(known(kind.kind))


class KindColumn(TypeDecorator[Kind], Generic[Kind]):
    """A text column of the values of an enumeration; what it does not know is the enumeration's UNREADABLE."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[Kind]) -> None:
        super().__init__(32)
        self.kind = kind

    def process_bind_param(self, value: Kind | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as SQLAlchemy has it
        """Write the value itself."""
        return None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Kind | None]:  # noqa: ARG002 - as SQLAlchemy has it
        """Read the member of each value: a look-up alone, for it is done for every row."""
        return _Members(self.kind).__getitem__


class _Members(dict[Any, Kind | None]):
    """The members of an enumeration by what a column holds; UNREADABLE for all that it does not know."""

    def __init__(self, kind: type[Kind]) -> None:
        super().__init__({member.value: member for member in kind})
        self[None] = None
        self._unknown = kind(UNREADABLE)

    def __missing__(self, value: Any) -> Kind:
        return self._unknown


class TextColumn(TypeDecorator[str]):
    """A text column of such as `is_known`; any other reads as the `usual` one, marked."""

    impl = String
    cache_ok = True

    def __init__(self, usual: str, is_known: Callable[[str], bool]) -> None:
        super().__init__()
        self.usual = usual
        self.is_known = is_known

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - as SQLAlchemy has it
        """Read the text as it is, where it is one of those."""
        return value if value is None or self.is_known(value) else UnreadableText(self.usual)


def is_object(value: object) -> bool:
    """Whether it is what JSON calls an object."""
    return isinstance(value, dict)


def is_texts(value: object) -> bool:
    """Whether it is a list of texts."""
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def is_pairs(value: object) -> bool:
    """Whether it is a list of pairs of texts."""
    return isinstance(value, list) and all(is_texts(each) and len(each) == 2 for each in value)


CHECKINS = frozenset({"quarterly", "monthly"})
"""So often standing duties can be asked for."""


@cache
def is_zone(text: str) -> bool:
    """Whether it names a time zone."""
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        return False
    return True


class JsonColumn(TypeDecorator[Any]):
    """A column of JSON of one shape, by default an object; what is no JSON, or of another shape, reads as empty."""

    impl = JSON
    cache_ok = True

    def __init__(self, fits: Callable[[object], bool] = is_object, *, optional: bool = False) -> None:
        super().__init__(none_as_null=optional)
        self.fits = fits
        self.optional = optional

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        """Compare as JSON does."""
        return self.impl_instance.coerce_compared_value(op, value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Read what the row holds."""
        read = super().result_processor(dialect, coltype)

        def process(value: Any) -> Any:
            try:
                found = read(value) if read else value
            except (ValueError, TypeError, RecursionError):
                return self._unreadable()
            return found if self.fits(found) or (found is None and self.optional) else self._unreadable()

        return process

    def _unreadable(self) -> UnreadableObject | UnreadableList:
        return UnreadableObject() if self.fits is is_object else UnreadableList()


def in_words(column: Any, value: StrEnum) -> ColumnElement[bool]:
    """The condition of a column holding a value that stands in the statement itself: so a partial index is found."""
    return col(column) == literal_column(f"'{value.value}'")


def as_written(column: Any) -> ColumnElement[str]:
    """The text of a column of JSON, for `read_object`: where many rows have the same, it is read once."""
    return cast(column, Text)


def read_object(text: str) -> dict[str, Any]:
    """What a column of JSON objects holds, by its text; as such a column reads it."""
    try:
        found = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return UnreadableObject()
    return found if is_object(found) else UnreadableObject()
