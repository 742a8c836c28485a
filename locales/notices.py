"""The table of notices: each kind of event and the function that words it."""

from collections.abc import Callable

from data.talk import Outgoing
from locales.events import Event, extending, leading, minding, moving, reviewing, safety, settling, sharing, urging
from locales.voice import Voice

Say = Callable[[Voice, Event], Outgoing | None]

KINDS: dict[str, Say] = {
    "evidence_added": reviewing.evidence_added,
    "joint_offered": sharing.joint_offered,
    "joint_ended": sharing.joint_ended,
    "joint_reported": sharing.joint_reported,
    "difficulty": minding.difficulty,
    "difficulty_answered": minding.difficulty_answered,
    "support": minding.support,
    "broadcast": leading.broadcast,
    "handed_over": moving.handed_over,
    "release": leading.release,
    "taken_over": moving.taken_over,
    "unlinked": moving.unlinked,
    "day_set": settling.day_set,
    "lead_named": settling.lead_named,
    "part_ended": settling.part_ended,
    "extension_asked": extending.extension_asked,
    "extension_granted": extending.extension_granted,
    "extension_refused": extending.extension_refused,
    "returned": reviewing.returned,
    "urged": urging.urged,
    "lockout": safety.lockout,
    "silent": safety.silent,
}


def notice(voice: Voice, event: Event) -> Outgoing | None:
    """The words of an event; None when it need not be told any more."""
    return KINDS[event.facts["kind"]](voice, event)
