"""Cells of agencies read and matched with a registry of units. Pure: no rows, no clock.

In reading order, each file with the question that it answers:

    lexicon     which head, field of work, rank or surname is a word? Tables only
    cell        which words and marks does a cell hold?
    starts      what begins at a word: one body, many, people, a territory?
    groups      one body or many: groups, people, lists whose head is said once?
    joints      do the words after a mark go on with the body before it?
    boundary    where does one body end and the next begin?
    bodies      which bodies does a cell name? `split` is the way in
    registry    which units and groups are there, and in which forms are their names compared?
    finder      which unit does a name mean, in a cell (`resolve`) or at the beginning of a typed line (`unit_leading`)?
    sides       who leads and who supports, where one cell says both?
    proposing   which registry fits another body, of whom only the plan is known?
    models      from which model does the registry of a body of today start?

A file imports only those before it. A word that is not known yet goes into the lexicon, and the cell in which it was
found into tests/data/agency_cells.txt.
"""

from data.agencies.bodies import split
from data.agencies.finder import Match, match, resolve
from data.agencies.groups import AgencyPart
from data.agencies.registry import Registry, RegistryUnit, fan_out, format_registry, read_registry
from data.agencies.sides import sides

__all__ = [
    "AgencyPart",
    "Match",
    "Registry",
    "RegistryUnit",
    "fan_out",
    "format_registry",
    "match",
    "read_registry",
    "resolve",
    "sides",
    "split",
]
