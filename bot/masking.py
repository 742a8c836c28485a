"""What leaves the process: secrets by value become ***, and what would command a terminal is taken out."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus, unquote

HIDDEN = "***"

# What is shorter would hide half of all that is said, and nothing that is worth hiding.
_SHORTEST = 4
_TOKEN = re.compile(r"\d+:(\S+)")
_SECRET_FIELD = re.compile(r"pass|pwd|secret|token|key", re.IGNORECASE)
# PostgreSQL repeats the row that it refuses, with what people wrote in it.
_ROW_REFUSED = re.compile(r"^DETAIL: .*", re.MULTILINE)
_PERCENT = re.compile(r"%[0-9A-F]{2}")
# A bot's token as it stands in the addresses of the messengers' servers.
_TOKEN_IN_ADDRESS = re.compile(r"/bot\d+(?::|%3A)[^/\s]+", re.IGNORECASE)


class Mask:
    """Hides `secrets`: whole, the password inside an address, the secret half of a token; plain, quoted or escaped."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        found = {spelling for secret in secrets for part in _parts(secret) for spelling in _spellings(part)}
        # The longest first: one secret may be a part of another.
        self._secrets = sorted((each for each in found if len(each) >= _SHORTEST), key=len, reverse=True)

    def text(self, text: str) -> str:
        """`text` with *** for every secret, for any bot's token in an address, for a row that the database refused."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _ROW_REFUSED.sub(f"DETAIL: {HIDDEN}", text)
        return _TOKEN_IN_ADDRESS.sub(f"/bot{HIDDEN}", text)

    def value(self, value: Any) -> Any:
        """`value`, such as is made into JSON, with every string in it masked."""
        match value:
            case str():
                return self.text(value)
            case dict():
                return {name: self.value(each) for name, each in value.items()}
            case list() | tuple():
                return [self.value(each) for each in value]
            case _:
                return value


NO_SECRETS = Mask()
"""Hides what has the form of a secret, for one who knows none."""


def _parts(secret: str) -> Iterator[str]:
    """The secret, and what of it is secret by itself; nothing of an address that has no password in it."""
    scheme, address, rest = secret.strip().rpartition("://")
    rest, _, query = rest.partition("?")
    passwords = {value for name, value in parse_qsl(query) if _SECRET_FIELD.search(name)}
    public = {scheme}
    # A password may hold an @ that should have been quoted: the last one ends it for us, the first for others.
    for user, at in ((rest.rpartition("@")[0], "@"), (rest.partition("@")[0], rest.partition("@")[1])):
        name, colon, password = user.partition(":")
        public |= {name, rest.rpartition("/")[2]}
        if at and colon:
            passwords.add(password)
            yield f":{password}@"
    if (token := _TOKEN.fullmatch(secret.strip())) is not None:
        passwords.add(token[1])
    if passwords or not address:
        yield secret
        yield secret.strip()
    # A password that is also the name of the user or the database is known to everybody.
    yield from passwords - public


def _spellings(part: str) -> Iterator[str]:
    """A secret as addresses quote it, and as JSON and Python write it."""
    for plain in {part, unquote(part)}:
        quoted = {quote(plain, safe=safe) for safe in ("", "/", "/:@")} | {quote_plus(plain)}
        yield from (plain, *quoted, *(_PERCENT.sub(lambda found: found[0].lower(), each) for each in quoted))
        yield from (json.dumps(plain)[1:-1], json.dumps(plain, ensure_ascii=False)[1:-1])
        yield from (repr(plain)[1:-1], ascii(plain)[1:-1], repr(plain.encode(errors="replace"))[2:-1])


# Controls but tab and line feed, marks and overrides of direction, separators of lines, halves of letters, tags.
_COMMANDING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_INSTEAD = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """`text` with a mark in place of each character that a terminal would obey; its lines stay lines."""
    return _COMMANDING.sub(_INSTEAD, text.replace("\r\n", "\n"))


def on_one_line(text: str) -> str:
    """As `printable`, on one line: nothing that was handed in looks like a line of its own."""
    return printable(text).replace("\n", "\\n")


def json_line(value: Any, *, ascii_only: bool = False) -> str:
    """`value` as JSON on one line: letters as they are, and escaped whatever a terminal would obey."""
    written = json.dumps(value, ensure_ascii=ascii_only)
    return _COMMANDING.sub(lambda found: json.dumps(found[0])[1:-1], written)
