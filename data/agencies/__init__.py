"""Cells of agencies read and matched with a registry of units."""

from data.agencies.matching import match, resolve
from data.agencies.proposing import propose_registry
from data.agencies.registry import fan_out, format_registry, read_registry
from data.agencies.splitting import split
from data.agencies.values import AgencyPart, Match, Registry, RegistryUnit
from data.words import fold

__all__ = [
    "AgencyPart",
    "Match",
    "Registry",
    "RegistryUnit",
    "fan_out",
    "fold",
    "format_registry",
    "match",
    "propose_registry",
    "read_registry",
    "resolve",
    "split",
]
