"""What is pushed once a day: to a unit, to Nội vụ, both in one chat; here their frame, and the letter to a head."""

from collections.abc import Sequence
from dataclasses import replace

from data.digests import HeadDigest
from data.facts import OccurrenceFact, UnitFact
from data.kinds import Closing
from data.talk import Outgoing
from locales import Voice, Words
from locales.digests import headlines
from locales.items import CHECKINS, in_order, last_taken, line
from locales.phrases import cite_all, shortened, upper_first

# How an item of a list begins, and what continues one.
_ITEMS = ("• ", "✅ ")
# So long a line below an item tells more than whom it is about.
_LONG = 80


def letter(words: Words, unit: UnitFact, paragraphs: Sequence[str]) -> str:
    """Paragraphs between greeting and closing, a blank line between any two of them."""
    return letter_to(words, unit.name, paragraphs)


def letter_to(words: Words, name: str, paragraphs: Sequence[str]) -> str:
    """The same to whom we know by name alone."""
    body = "\n\n".join(filter(None, paragraphs))
    return "\n".join([words.text("Dear {unit},", unit=upper_first(name)), body, closing(words)])


def letter_to_head(words: Words, unit: UnitFact, paragraphs: Sequence[str]) -> str:
    """The same to the head of a unit in person."""
    body = "\n\n".join(filter(None, paragraphs))
    return "\n".join([words.text("Dear head of {unit},", unit=unit.name), body, closing(words)])


def greeting(words: Words, unit: UnitFact) -> str:
    """The line with which a letter begins."""
    return words.text("Dear {unit},", unit=unit.name)


def closing(words: Words) -> str:
    """The line with which a letter ends."""
    return words.text("Yours faithfully.")


def together(words: Words, parts: Sequence[Outgoing]) -> Outgoing:
    """One message for a chat with several roles, what is the same for several said once; the closing comes last."""
    letters: dict[str, list[str]] = {}
    for part in parts:
        greeted, _, rest = part.text.removesuffix("\n" + closing(words)).partition("\n")
        letters.setdefault(rest, []).append(greeted)
    bodies: list[str] = []
    before = ""
    for rest, greetings in letters.items():
        greeted = _to_all(words, list(dict.fromkeys(greetings)))
        bodies.append(rest if greeted == before else f"{greeted}\n{rest}")
        before = greeted
    choices = tuple(dict.fromkeys(choice for part in parts for choice in part.choices))
    title = headlines.together(words, [part.title for part in parts])
    return Outgoing(title, "\n".join(["\n\n".join(bodies), closing(words)]), choices)


def _to_all(words: Words, greetings: Sequence[str]) -> str:
    """The greeting of one letter to several, where each would be told the same."""
    before, _, after = words.text("Dear {unit},", unit="\0").partition("\0")
    names = (greeting.removeprefix(before).removesuffix(after) for greeting in greetings)
    return words.text("Dear {unit},", unit="; ".join(names))


def once(words: Words, said: Outgoing) -> Outgoing:
    """A message in which an item that was told above is named alone: "• Việc 1: như trên"."""
    told: set[str] = set()
    above = words.text("as above")
    lines = []
    for line_said in said.text.splitlines():
        label, colon, _ = line_said.partition(": ")
        is_item = bool(colon) and (line_said.startswith(_ITEMS) or len(line_said) > _LONG)
        lines.append(f"{label}: {above}" if is_item and line_said in told else line_said)
        told.add(line_said)
    return replace(said, text="\n".join(lines))


def head_digest(voice: Voice, digest: HeadDigest) -> Outgoing:
    """What is overdue and which periods are not reported; it is the unit's officers that answer."""
    tasks = [fact.task for fact in digest.late]
    found: dict[str, list[str]] = {}
    for fact in sorted(in_order(digest.late), key=lambda each: each.ladder in CHECKINS):
        is_checkin = fact.ladder in CHECKINS
        finding = (
            _missed(voice, fact)
            if is_checkin
            else voice.text("the unit still has overdue work that has not been reported")
        )
        found.setdefault(finding, []).append(line(voice, fact, due=not is_checkin))
    first, *others = [
        "\n".join([_please(voice, finding), *shortened(voice, lines, command="con lai")])
        for finding, lines in found.items()
    ]
    opening = voice.text("Following up {plan}: {finding}", plan=cite_all(voice, tasks), finding=first)
    see = voice.text("See: {command}", command="con lai")
    paragraphs = [opening, *map(upper_first, others), see]
    return Outgoing(headlines.of_head(voice, digest.late), letter_to_head(voice, digest.unit, paragraphs))


def _missed(voice: Voice, fact: OccurrenceFact) -> str:
    due = fact.due_on or voice.today
    fields = {"period": voice.period(fact.key, fact.ladder, voice.today), "day": voice.day(due)}
    last = last_taken(voice.workdays, due)
    if fact.closing is Closing.UNREPORTED or last < voice.today:
        return voice.text("the unit has not yet reported the results of {period} (the period ended on {day})", **fields)
    return voice.text(
        "the unit has not yet reported the results of {period} (the period ended on {day}; late reports accepted"
        " until the end of {last})",
        last=voice.short_day(last),
        **fields,
    )


def _please(words: Words, finding: str) -> str:
    return words.text("{finding}. Please ensure that the following is done:", finding=finding)
