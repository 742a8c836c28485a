"""The .env file before it is believed: whether it can be read, and whether each of its lines names a setting."""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from data.refusals import EnvFileUnreadable
from data.words import alike

_NEAR = 75  # of 100; from which likeness on a name is a guess

_NAMED = re.compile(r"(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_.]*)\s*=")
# A quoted value may go on for lines; what is inside it is nobody's name.
_OPENED = re.compile(r"""=\s*(?P<quote>["'])(?P<rest>.*)""", re.DOTALL)


def names_in(path: Path) -> tuple[str, ...]:
    """The names that a .env file sets, in capitals; none where there is no such file.

    Raises:
        EnvFileUnreadable: it cannot be read, is not UTF-8, or has a line that is not NAME=value.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as fault:
        raise EnvFileUnreadable(path=str(path), reason="rights", detail=fault.strerror or "") from fault
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise EnvFileUnreadable(path=str(path), reason="encoding") from fault
    if "\0" in text:
        raise EnvFileUnreadable(path=str(path), reason="encoding")
    return tuple(_names(path, text))


def unknown(names: Collection[str], known: Collection[str]) -> tuple[tuple[str, str | None], ...]:
    """The names that no setting has, each with the setting that may be meant."""
    strangers = dict.fromkeys(name for name in names if name not in known)
    return tuple((name, next(iter(alike(name, list(known), _NEAR, 1)), None)) for name in strangers)


def _names(path: Path, text: str) -> Iterator[str]:
    ends_with: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if ends_with is not None:
            ends_with = None if ends_with in line else ends_with
        elif line.strip() and not line.lstrip().startswith("#"):
            found = _NAMED.match(line.strip())
            if found is None:
                raise EnvFileUnreadable(path=str(path), reason="line", line=number)
            yield found["name"].upper()
            opened = _OPENED.search(line)
            if opened is not None and opened["quote"] not in opened["rest"]:
                ends_with = opened["quote"]
