"""Events that a chat is told of at once: each module words some kinds of them, from facts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.facts import OccurrenceFact


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: the Occurrences as they stand now, and what else was written down of it."""

    occurrences: Sequence[OccurrenceFact]
    facts: Mapping[str, Any]
