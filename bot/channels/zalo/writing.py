"""Outgoing → Zalo's messages: parts within its limit, the title bold, files by their links. Pure."""

from dataclasses import dataclass, replace
from typing import Any

from bot.channels.house import Link
from bot.channels.splitting import split, utf16_units
from data.talk import Enclosed, Outgoing

LIMIT = 2_000
"""UTF-16 units of a message, and of the words under a picture."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message of words; the first `bold` units of it are."""

    text: str
    bold: int = 0

    @property
    def fields(self) -> dict[str, Any]:
        """As sendMessage takes it: words are styled beside them, never by signs within them."""
        styles = {"text_styles": [{"start": 0, "len": self.bold, "st": ["b"]}]} if self.bold else {}
        return {"text": self.text, **styles}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Zalo fetches from `url`; `otherwise` is said where it does not."""

    url: str
    label: str
    otherwise: str

    @property
    def fields(self) -> dict[str, Any]:
        """As sendPhoto takes it."""
        label = next(iter(split(self.label, LIMIT)), "").strip()
        return {"photo": self.url, **({"caption": label} if label else {})}


def pieces(outgoing: Outgoing, link: Link | None = None) -> tuple[Part | Picture, ...]:
    """The messages that `outgoing` becomes: its words, then its pictures. Other files are lines below the words."""
    pictures: list[Picture] = []
    lines: list[str] = []
    for file in outgoing.files:
        url = link(file.path, file.sha256, file.name) if link is not None else None
        if url is not None and file.kind == "photo":
            pictures.append(Picture(url, file.label, linked(file, url)))
        else:
            lines.append(file.otherwise if url is None else linked(file, url))
    text = "\n".join(filter(None, (outgoing.text, *lines)))
    return (*parts(replace(outgoing, text=text)), *pictures)


def linked(file: Enclosed, url: str) -> str:
    """The line that leads to a file."""
    return f"{file.label or file.name}\n  {url}"


def parts(outgoing: Outgoing) -> tuple[Part, ...]:
    """The words of `outgoing` in as many messages as the limit demands, none of blanks; the title is in the first."""
    title = outgoing.title.strip()
    words = f"{title}\n{outgoing.text}".strip("\n")
    texts = [text.strip("\n") for text in split(words, LIMIT) if text.strip()]
    return tuple(
        Part(text, bold=min(utf16_units(title), utf16_units(text)) if number == 0 else 0)
        for number, text in enumerate(texts)
    )
