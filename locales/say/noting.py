"""Answers about what Nội vụ notes for units, and how it is said to both."""

from collections.abc import Sequence

from data.facts import OccurrenceFact, UnitFact
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice
from locales.items import task_label
from locales.phrases import message, names, sentence
from locales.say.talking import choose

Row = tuple[OccurrenceFact, str, str]
"""A share, what is said of it ("xong", "khong phat sinh", "dang lam", "vuong"), and in which words."""
_NOTE = 300
_REPORTS = frozenset({"xong", "khong phat sinh"})


def ask_to_note(voice: Voice, rows: Sequence[Row], act: Act) -> Outgoing:
    """What would be noted, unit by unit; a yes does it."""
    question = voice.text("Nothing has been put on record yet. Note this for the unit?")
    lines = [f"{units}: {said}" for units, said in _together(voice, rows)]
    return choose(voice, question, [Choice(voice.text("Yes, note it"), act)], ["; ".join(lines)])


def _together(voice: Voice, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The units of which the same is said, and what that is."""
    found: dict[str, list[UnitFact]] = {}
    for row in rows:
        found.setdefault(told(voice, row), []).append(row[0].unit)
    return [(names(voice, units, limit=len(units)), said) for said, units in found.items()]


def told(voice: Voice, row: Row) -> str:
    """What is said of a share: "việc 13, quý I: 2 tin"."""
    fact, how, words = row
    said = shorten(words, _NOTE)
    match how:
        case "khong phat sinh":
            what = "; ".join(filter(None, [voice.text("no activity"), said]))
        case "dang lam":
            what = "; ".join(filter(None, [voice.text("under way"), said]))
        case "vuong":
            what = voice.text("difficulty: {note}", note=said)
        case _:
            what = said or voice.text("done")
    return f"{task_label(voice, fact)}: {what}"


def noted(voice: Voice, rows: Sequence[Row], heard: Sequence[OccurrenceFact]) -> Outgoing:
    """What has been noted for whom, who was told so, and how to mend it."""
    lines = [
        sentence(voice.text("Noted for {unit}: {text}", unit=units, text=said))
        for units, said in _together(voice, rows)
    ]
    is_report = any(how in _REPORTS for _, how, _ in rows)
    told_ids = {fact.unit.id for fact in heard}
    silent = list(dict.fromkeys(fact.unit for fact, *_ in rows if fact.unit.id not in told_ids))
    first = rows[0][0] if rows else None
    return message(
        *lines,
        voice.text("Nothing has been noted: all of them have reported.") if not rows else "",
        _told_so(voice, is_report=is_report) if heard else "",
        voice.text("Without a chat, not told: {units}.", units=names(voice, silent)) if silent else "",
        voice.text(
            "If it was noted by mistake, type: {command}", command=f"tra lai {first.task.typed} {first.unit.code} …"
        )
        if first and is_report
        else "",
    )


def _told_so(voice: Voice, *, is_report: bool) -> str:
    if is_report:
        return voice.text("The unit has been told, and may take it back.")
    return voice.text("The unit has been told.")
