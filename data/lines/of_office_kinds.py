"""How an office's kinds of line are written down: a command, and the kinds that want it. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

Only = Literal["asked", "told", ""]
LATER = (
    r"(?:gia han|\bxin (?:lui|cham|them)\b|\b(?:lui|keo dai|gian)(?: han| lai| thoi "
    r"gian| thoi han| ngay)?\b(?=.*[UND])|\b(?:lui|gian) (?:han|lai|ngay)\b|\bcho (?:lui|noi)\b|\bcho "
    r"(?:U |N |G |U N |N U )?(?:nop |lam |bao |duoc |N |D )*(?:them|cham"
    r"|muon|tre)\b|\bcho (?:phep )?[UG] (?:lui|noi|hoan|keo dai|gian|(?:lam|nop|bao|bao cao"
    r"|hoan thanh) (?:N )?(?:den )?D)\b|\bthem (?:thoi gian|han)\b|(?<!U )(?<!G )(?<!H )\bnoi (?:han|lai|thoi gian"
    r"|thoi han|N|ngay)\b)"
)
"""Words for a later day, wherever they stand in a kind."""


@dataclass(frozen=True, slots=True)
class Act:
    """A command, and the kinds of line that want it: only of questions, or only of what is none."""

    command: str
    fits: re.Pattern[str]
    only: Only = ""
    unless: re.Pattern[str] | None = None


def act(command: str, *ways: str, only: Only = "", unless: str = "") -> Act:
    """A row of a table: the kinds in which a command is wanted, and what may not stand in them."""
    return Act(command, re.compile("|".join(ways)), only, re.compile(unless) if unless else None)
