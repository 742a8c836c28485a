"""The frame of a digest: title, greeting and closing; and several letters to one chat made one."""

from collections.abc import Sequence
from datetime import date

from data.facts import UnitFact
from data.outgoing import Outgoing
from locales import Words


def title_of(words: Words, today: date) -> str:
    """The title of every digest."""
    return words.text("REMINDER – {day}", day=words.start_day(today))


def letter(words: Words, unit: UnitFact, paragraphs: Sequence[str]) -> str:
    """Paragraphs between greeting and closing, a blank line between any two of them."""
    return letter_to(words, unit.name, paragraphs)


def letter_to(words: Words, name: str, paragraphs: Sequence[str]) -> str:
    """The same to whom we know by name alone."""
    body = "\n\n".join(filter(None, paragraphs))
    return "\n".join([words.text("Dear {unit},", unit=name), body, closing(words)])


def letter_to_head(words: Words, unit: UnitFact, paragraphs: Sequence[str]) -> str:
    """The same to the head of a unit in person."""
    body = "\n\n".join(filter(None, paragraphs))
    return "\n".join([words.text("Dear head of {unit},", unit=unit.name), body, closing(words)])


def greeting(words: Words, unit: UnitFact) -> str:
    """The line with which a letter begins."""
    return words.text("Dear {unit},", unit=unit.name)


def closing(words: Words) -> str:
    """The line with which a letter ends."""
    return words.text("Respectfully.")


def together(words: Words, parts: Sequence[Outgoing]) -> Outgoing:
    """One message for a chat with several roles: a greeting is not said twice in a row, the closing comes last."""
    bodies: list[str] = []
    greeted = ""
    for part in parts:
        first, _, rest = part.text.removesuffix("\n" + closing(words)).partition("\n")
        bodies.append(rest if first == greeted else f"{first}\n{rest}")
        greeted = first
    choices = tuple(dict.fromkeys(choice for part in parts for choice in part.choices))
    return Outgoing(parts[0].title, "\n".join(["\n\n".join(bodies), closing(words)]), choices)
