"""What a cell of agencies says, and the registry of units it is matched with."""

from dataclasses import dataclass
from functools import cached_property

GROUP_KIND = "nhóm"


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """One body named by a cell, as to be shown; `open` groups ("có liên quan") cannot be listed."""

    text: str
    group: bool
    open: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class RegistryUnit:
    """A unit (đơn vị) that can owe work; `members` are the codes a group stands for."""

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    open: bool = False

    @property
    def group(self) -> bool:
        """Whether it stands for several units."""
        return self.kind == GROUP_KIND


@dataclass(frozen=True)
class Registry:
    """All units of one body, in the order of their file; codes are unique."""

    units: tuple[RegistryUnit, ...]

    @cached_property
    def by_code(self) -> dict[str, RegistryUnit]:
        """Units by their code."""
        return {unit.code: unit for unit in self.units}


@dataclass(frozen=True, slots=True)
class Match:
    """A part and its unit; with `code` None only a person can say, and `guesses` are (code, score 0-1), best first."""

    part: AgencyPart
    code: str | None
    score: float
    guesses: tuple[tuple[str, float], ...] = ()
