"""What is strange about a registry as it is loaded, and should be looked at?"""

from typing import NamedTuple

from data.agencies.registry import LONGEST_NAME, Registry, RegistryUnit
from data.words import fold


class Doubt(NamedTuple):
    """What is strange about a registry, and should be looked at: a code, and the units that it is about."""

    code: str
    units: tuple[RegistryUnit, ...] = ()


def doubts(registry: Registry) -> tuple[Doubt, ...]:
    """Nobody coordinates, or several do; two units have one name, or a name is too long."""
    marked = tuple(unit for unit in registry.units if unit.coordinates)
    named: dict[str, list[RegistryUnit]] = {}
    for unit in registry.units:
        named.setdefault(fold(unit.name), []).append(unit)
    return (
        *([] if len(marked) == 1 else [Doubt("coordinators" if marked else "no-coordinator", marked)]),
        *(Doubt("one-name", tuple(units)) for units in named.values() if len(units) > 1),
        *(Doubt("long-name", (unit,)) for unit in registry.units if len(unit.name) > LONGEST_NAME),
    )
