"""What is told once and kept until then: frozen classes by their annotations, and the records that keep them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from inspect import get_annotations
from itertools import repeat
from types import UnionType
from typing import Annotated, Any, ClassVar, TypeVar, dataclass_transform, get_args, get_origin

from data.deadline import Deadline

_Field = TypeVar("_Field")
# A field that records of earlier releases may lack: it is read as empty.
Later = Annotated[_Field, "later"]


@dataclass_transform(frozen_default=True)
class Told:
    """What all have: the kind in a record, and the unique name of the event: told twice, a chat hears it once.

    The annotations of a class are its fields. A dataclass each would take long in starting a command.
    """

    kind: ClassVar[str]
    named: ClassVar[str]
    types: ClassVar[Mapping[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        cls.types = {**cls.types, **get_annotations(cls)}

    def __init__(self, *given: object, **named: object) -> None:
        self.__dict__ |= dict(zip(self.types, given, strict=False)) | named
        if len(given) + len(named) != len(self.types) or self.__dict__.keys() != self.types.keys():
            raise TypeError(f"{type(self).__name__} has the fields {tuple(self.types)}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *map(self.__dict__.get, self.types)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    @property
    def key(self) -> str:
        """The name of this event. Of a record of an earlier release it may be lost: its Message has it."""
        return self.named.format_map(plain_fields(self))


def plain_fields(notice: Told) -> dict[str, Any]:
    """The fields as JSON has them."""
    return {name: _plain(getattr(notice, name)) for name in notice.types}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Deadline):
        return value.to_record()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, StrEnum) else value


def fields_of(kind: type[Told], record: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a kind from what `plain_fields` gave, also in an earlier release.

    Raises:
        KeyError, TypeError, ValueError: it cannot be read.
    """
    return {name: _field(each, record, name) for name, each in kind.types.items()}


def _field(kind: Any, record: Mapping[str, Any], name: str) -> Any:
    if get_origin(kind) is not Annotated:
        return _read(kind, record[name])
    inside = get_args(kind)[0]
    return _read(inside, record[name]) if name in record else _empty(inside)


def _read(kind: Any, value: Any) -> Any:
    """What `_plain` gave, as `kind` again."""
    if isinstance(kind, UnionType):
        return None if value is None else _read(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        inside = get_args(kind)
        kinds = repeat(inside[0], len(value)) if inside[-1] is Ellipsis else inside
        return tuple(_read(each, one) for each, one in zip(kinds, value, strict=True))
    if kind is Deadline:
        return Deadline.from_record(dict(value))
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError
    return value


def _empty(kind: Any) -> Any:
    if isinstance(kind, UnionType):
        return None
    if get_origin(kind) is tuple:
        return ()
    if kind is datetime:
        return datetime.min.replace(tzinfo=UTC)
    return date.min if kind is date else kind()
