"""Bàn giao: what goes to the successor, asked before and told after."""

from data.facts import UnitFact
from data.outgoing import Choice, Outgoing
from data.overseeing.handing_over import Handover
from locales import Words
from locales.phrases import message


def ask_to_hand_over(words: Words, unit: UnitFact, successor: UnitFact, what: Handover) -> Outgoing:
    """What would go from one unit to the other; nothing has changed yet."""
    command = f"ban giao {unit.code} {successor.code} dong y"
    text = message(
        words.text("{unit} would hand its work over to {successor}:", unit=unit.name, successor=successor.name),
        *_what(words, successor, what),
        words.text("What {unit} has reported stays its own. This cannot be undone.", unit=unit.name),
        words.text("To agree, type: {command}", command=command),
    ).text
    return Outgoing(words.text("NOT YET HANDED OVER"), text, (Choice(words.text("Hand over"), command),))


def handed_over(words: Words, unit: UnitFact, successor: UnitFact, what: Handover) -> Outgoing:
    """The successor owes it now; both units are told."""
    return message(
        words.text("{unit} has handed its work over to {successor}.", unit=unit.name, successor=successor.name),
        *_what(words, successor, what),
        words.text("The chats of both units are told."),
    )


def _what(words: Words, successor: UnitFact, what: Handover) -> list[str]:
    lines = []
    if what.moved:
        lines.append(words.plural("• {n} open report", "• {n} open reports", what.moved))
    if what.merged:
        lines.append(
            words.plural(
                "• {n} open report that {successor} owes itself: owed once",
                "• {n} open reports that {successor} owes itself: owed once",
                what.merged,
                successor=successor.name,
            )
        )
    if what.supported:
        lines.append(words.plural("• support in {n} task", "• support in {n} tasks", what.supported))
    return lines or [words.text("• nothing that is still open")]
