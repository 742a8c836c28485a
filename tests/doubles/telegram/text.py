"""Text as Telegram counts and reads it: UTF-16 units, trimmed ends, commands and mentions found in it."""

import re
from typing import Any

from tests.doubles.text import part, units

Entity = dict[str, Any]

_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z0-9_]{4,32}(?!\w))"
)


def covered(text: str, entity: Entity) -> str:
    """Give the part of `text` under `entity`; ValueError where it leaves the text or cuts a character in two."""
    return part(text, entity["offset"], entity["length"])


def found(text: str) -> list[Entity]:
    """Give the bot commands and mentions in `text`, as the server marks them by itself."""
    return [
        {"type": str(match.lastgroup), "offset": units(text[: match.start()]), "length": units(match.group())}
        for match in _FOUND.finditer(text)
    ]


def trimmed(text: str, given: list[Entity]) -> tuple[str, list[Entity]]:
    """Give `text` without blanks at its ends, and its entities: those given, moved along, and those found besides."""
    lead = units(text) - units(text.lstrip())
    text = text.strip()
    moved = [_moved(entity, lead, units(text)) for entity in given]
    kept = [entity for entity in moved if entity["length"] > 0]
    free = [entity for entity in found(text) if not any(_overlap(entity, other) for other in kept)]
    return text, sorted(kept + free, key=lambda entity: entity["offset"])


def _moved(entity: Entity, lead: int, end: int) -> Entity:
    start = max(entity["offset"] - lead, 0)
    stop = min(entity["offset"] + entity["length"] - lead, end)
    return {**entity, "offset": start, "length": stop - start}


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"],
    )
