"""Notices in words: each kind, told from what was written down of it and the Occurrences as they stand now."""

from collections.abc import Sequence
from typing import assert_never

from data import notices as told
from data.facts import OccurrenceFact
from data.talk import Outgoing
from locales import Voice
from locales.notices import for_office, for_units


def worded(voice: Voice, notice: told.Notice, facts: Sequence[OccurrenceFact]) -> Outgoing | None:  # noqa: C901, PLR0911, PLR0912 - a table
    """The words of a notice, with its Occurrences; None when it need not be told any more."""
    match notice:
        case told.Urged():
            return for_units.urged(voice, facts)
        case told.Returned(reason=reason):
            return for_units.returned(voice, facts, reason)
        case told.ExtensionGranted(ground=ground):
            return for_units.extension_granted(voice, facts, ground)
        case told.ExtensionRefused(until=until, reason=reason):
            return for_units.extension_refused(voice, facts, until, reason)
        case told.DaySet(ground=ground):
            return for_units.day_set(voice, facts, ground)
        case told.JointReported(by=by):
            return for_units.joint_reported(voice, facts, by)
        case told.JointEnded(by=by, sent_back=sent_back):
            return for_units.joint_ended(voice, facts, by, sent_back=sent_back)
        case told.DifficultyAnswered(note=note):
            return for_units.difficulty_answered(voice, facts, note)
        case told.NotedFor(how=how, note=note):
            return for_units.noted_for(voice, facts, how, note)
        case told.NoteRefused(by=by):
            return for_office.note_refused(voice, facts, by)
        case told.Support(note=note, by=by, unit=unit):
            return for_units.support(voice, facts, note, by, unit)
        case told.LeadNamed():
            return for_units.lead_named(voice, notice)
        case told.PartEnded():
            return for_units.part_ended(voice, notice)
        case told.PlanTakenBack():
            return for_units.plan_taken_back(voice, notice)
        case told.PlanGone():
            return for_office.plan_gone(voice, notice)
        case told.WorkHandedOver(unit=unit, successor=successor):
            return for_units.work_handed_over(voice, unit, successor)
        case told.WorkTakenOver(unit=unit, successor=successor):
            return for_units.work_taken_over(voice, unit, successor)
        case told.Unlinked(unit=unit):
            return for_units.unlinked(voice, unit)
        case told.Broadcast():
            return for_units.broadcast(voice, notice)
        case told.ExtensionAsked(extension=extension):
            return for_office.extension_asked(voice, facts, extension)
        case told.JointOffered():
            return for_office.joint_offered(voice, facts)
        case told.EvidenceAdded(by=by):
            return for_office.evidence_added(voice, facts, by)
        case told.Relayed():
            return for_office.relayed(voice, notice)
        case told.Difficulty(note=note, by=by, at=at):
            return for_office.difficulty(voice, facts, note, by, at)
        case told.Lockout():
            return for_office.lockout(voice, notice)
        case told.AllowanceShort():
            return for_office.allowance_short(voice, notice)
        case told.PeopleShort():
            return for_office.people_short(voice, notice)
        case told.Silent(units=units):
            return for_office.silent(voice, units)
        case told.Release():
            return for_office.release(voice, facts, notice)
        case _:
            assert_never(notice)
