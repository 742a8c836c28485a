"""Notices that Nội vụ lets others hear: words for the units, and exceptions for the leaders."""

from dataclasses import replace
from datetime import datetime

from data.facts import DifficultyFact, OccurrenceFact
from data.office import announcing
from data.talk import Outgoing
from locales import Words
from locales.digests.letters import letter_to
from locales.events import Event
from locales.items import REPORTED
from locales.phrases import cite_all, message, office
from locales.say.announcing import exception_paragraphs
from locales.voice import Voice


def broadcast(voice: Voice, event: Event) -> Outgoing:
    """Nội vụ's own words, as typed."""
    return message(event.facts["text"], title=notice_title(voice))


def notice_title(words: Words) -> str:
    """The title over what Nội vụ has units told."""
    return words.text("NOTICE OF {office}", office=office(words).upper())


def release(voice: Voice, event: Event) -> Outgoing | None:
    """The exceptions as they stand today; what was reported since they were released is left out.

    Facts: owing ([task, key, count]), unreached (ids), difficulties ([id, note, at]), settled ([id, at]), times in ISO.
    """
    facts = _as_released(voice, event)
    if not facts:
        return None
    tasks = [fact.task for fact in facts]
    plan = cite_all(voice, tasks)
    head = voice.text(
        "{office} reports what needs attention and direction in carrying out {plan}, as of {day}:",
        office=office(voice),
        plan=plan,
        day=voice.day(voice.today),
    )
    owing = {(task_id, key): count for task_id, key, count in event.facts.get("owing", ())}
    more = voice.text(
        "To see one task in full, type: {task} · More: {commands}",
        task=f"tinh hinh {tasks[0].typed}",
        commands="tinh hinh · qua han",
    )
    leaders = voice.text("the leaders of {issuer}", issuer=tasks[0].plan.issuer)
    return Outgoing(
        voice.text("REPORT ON HOW {plan} STANDS – {day}", plan=plan.upper(), day=voice.start_day(voice.today)),
        letter_to(voice, leaders, [head, *exception_paragraphs(voice, facts, owing), more]),
    )


def _as_released(voice: Voice, event: Event) -> list[OccurrenceFact]:
    """What is still so of what was released, with what Nội vụ saw beside it."""
    unreached = set(event.facts.get("unreached", ()))
    hard = {each: DifficultyFact(note, _moment(at)) for each, note, at in event.facts.get("difficulties", ())}
    heard = {each: _moment(at) for each, at in event.facts.get("settled", ())}
    found = []
    for fact in event.occurrences:
        is_done = fact.state in REPORTED
        seen = replace(
            fact,
            unreached=fact.id in unreached,
            difficulty=None if is_done else hard.get(fact.id),
            leaders_heard_at=heard.get(fact.id) if is_done else None,
        )
        if announcing.is_exception(seen, voice.today, voice.workdays) or seen.difficulty or seen.leaders_heard_at:
            found.append(seen)
    return found


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
