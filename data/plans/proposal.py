"""Whether a plan is of another body than the registry of units, and the registry that its own words propose."""

from dataclasses import dataclass

from data.agencies import AgencyPart, Registry, RegistryUnit, match, propose_registry
from data.agencies.registry import committee_of, home_named, home_of, is_elsewhere
from data.documents import Document


@dataclass(frozen=True, slots=True)
class Proposal:
    """A registry to start from, and how many of the bodies that the plan names the loaded one does not know.

    `other_body` says that the plan is of another body than the loaded registry: it needs one of its own. Where that is
    known by the plan's issuer, `registry_of` names the committee whose registry is loaded.
    """

    registry: Registry
    named: int
    unknown: int
    other_body: bool
    registry_of: str = ""


def proposal_of(document: Document, registry: Registry) -> Proposal:
    """The registry that a plan's own words propose, seen beside the loaded one."""
    cells = [cell for row in document.rows for cell in (row.lead, row.coordinating)]
    cells += [duty.heading for duty in document.duties]
    issuer = document.title.issuer or ""
    proposed = propose_registry(cells, issuer)
    named = [unit for unit in proposed.units if not unit.open and unit.name != issuer]
    unknown = sum(not _is_known(unit, registry) for unit in named)
    elsewhere = is_elsewhere(home_of(registry), home_named(issuer))
    return Proposal(
        registry=proposed,
        named=len(named),
        unknown=unknown,
        other_body=is_of_another_body(issuer, len(named), unknown, registry),
        registry_of=committee_of(registry) if elsewhere else "",
    )


def _is_known(unit: RegistryUnit, registry: Registry) -> bool:
    spellings = (AgencyPart(name, group=unit.group) for name in (unit.name, *unit.aliases))
    return any(match(part, registry).code is not None for part in spellings)


def is_of_another_body(issuer: str, named: int, unknown: int, registry: Registry) -> bool:
    """Whether a plan needs a registry of its own.

    A committee that issues a plan says it by its name; of any other plan, most of the bodies named are not known.
    """
    ours, theirs = home_of(registry), home_named(issuer)
    return is_elsewhere(ours, theirs) if ours.level and theirs.level else 2 * unknown > named
