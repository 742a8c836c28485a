"""Outgoing → Telegram's messages: parts within its limit, a bold title, buttons under the last part. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import InlineKeyboardButtonLimit, MessageLimit

from bot.channels.splitting import split, utf16_units
from data.columns import known
from data.kinds import State
from data.talk import Act, Choice, Outgoing, line

# Two labels up to this length stand side by side on a small phone.
_SHORT = 14


# What a button carries, in bytes.
_MOST = InlineKeyboardButtonLimit.MAX_CALLBACK_DATA
# "=command;tasks;…|occurrence|state": what most buttons do, in full, these fields in this order.
_STATES = {state[0]: state for state in known(State)}
_FIELDS = ("command", "tasks", "how", "number", "units", "period", "day", "parts", "text", "files", "then")
_ROWS = frozenset({"tasks", "units", "parts"})
_IN_FULL = re.compile(
    rf"=(?P<told>[^;|][^|]*)\|(?P<occurrence>\d*)\|(?P<state>[{''.join(_STATES)}]?)", re.DOTALL | re.ASCII
)
# "?reference" of an act that says more; it is kept with the message that offers it, see `data.people.offers`.
_REFERENCE = re.compile(r"\?(?P<reference>[0-9a-f]{16})")
# "line|occurrence|state": earlier versions' buttons, of which some have no state, or neither.
_CALLBACK = re.compile(
    rf"(?P<line>.*)\|(?:(?P<occurrence>\d+)(?:\|(?P<state>[{''.join(_STATES)}]))?)?", re.DOTALL | re.ASCII
)


@dataclass(frozen=True, slots=True)
class Tap:
    """What a pressed button tells: an act, or the reference of one that it cannot carry."""

    act: Act | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One message as Telegram takes it."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None


def parts(outgoing: Outgoing) -> tuple[Part, ...]:
    """The messages that `outgoing` becomes; none where it has no words."""
    title = outgoing.title.strip()
    words = f"{title}\n{outgoing.text}".strip("\n")
    return cut(Part(words, _bold(title, words), keyboard(outgoing.choices)))


def cut(part: Part, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> tuple[Part, ...]:
    """`part` in as many as a limit of UTF-16 units demands: the bold title in the first, the buttons under the last."""
    # Telegram takes no message of blanks, and trims every other one.
    texts = [text for text in split(part.text, limit) if text.strip()]
    return tuple(
        Part(
            text=text,
            entities=_within(text, part.entities) if number == 0 else (),
            keyboard=part.keyboard if number == len(texts) - 1 else None,
        )
        for number, text in enumerate(texts)
    )


def halves(part: Part) -> tuple[Part, ...]:
    """`part` cut into two or more, where Telegram finds it too long all the same."""
    return cut(part, max(utf16_units(part.text) // 2, 1))


def headed(line: str, part: Part) -> tuple[Part, ...]:
    """`part` with a first line before its own words."""
    by = utf16_units(line) + 1
    moved = tuple(MessageEntity(one.type, one.offset + by, one.length) for one in part.entities)
    return cut(Part(f"{line}\n{part.text}", moved, part.keyboard))


def keyboard(choices: Sequence[Choice]) -> InlineKeyboardMarkup | None:
    """One button a row, two where both labels are short."""
    rows: list[list[InlineKeyboardButton]] = []
    for choice in choices:
        data = callback_data(choice)
        if rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= _SHORT and len(choice.label) <= _SHORT:
            rows[-1].append(InlineKeyboardButton(choice.label, callback_data=data))
        else:
            rows.append([InlineKeyboardButton(choice.label, callback_data=data)])
    return InlineKeyboardMarkup(rows) if rows else None


def callback_data(choice: Choice) -> str:
    """What a button brings back, at most 64 bytes: the act in full, or its reference where it says too much."""
    act = choice.act if choice.act.occurrence_id is not None else replace(choice.act, state=None)
    told = ";".join(_said(getattr(act, name)) for name in _FIELDS).rstrip(";")
    data = f"={told}|{_said(act.occurrence_id)}|{act.state[0] if act.state else ''}"
    in_full = len(data.encode()) <= _MOST and read_callback(data) == Tap(act)
    return data if in_full else f"?{choice.act.reference}"


def read_callback(data: str) -> Tap:
    """What is behind a button of this or an earlier version."""
    if named := _REFERENCE.fullmatch(data):
        return Tap(reference=named["reference"])
    if (in_full := _IN_FULL.fullmatch(data)) and (act := _act(in_full)):
        return Tap(act)
    told = _CALLBACK.fullmatch(data)
    if told is None:
        return Tap(line(data.rpartition("|")[0] or data))
    state = _STATES[told["state"]] if told["state"] else None
    return Tap(line(told["line"], int(told["occurrence"]) if told["occurrence"] else None, state))


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    return "" if value is None else str(value)


def _act(told: re.Match[str]) -> Act | None:
    """The act that a button carries in full; None where it is none."""
    record: dict[str, object] = {
        name: value.split(",") if name in _ROWS else value
        for name, value in zip(_FIELDS, told["told"].split(";"), strict=False)
        if value
    }
    record |= {"occurrence_id": int(told["occurrence"])} if told["occurrence"] else {}
    record |= {"state": _STATES[told["state"]]} if told["state"] else {}
    try:
        return Act.from_record(record | ({"number": int(str(record["number"]))} if "number" in record else {}))
    except ValueError:
        return None


def _bold(title: str, text: str) -> tuple[MessageEntity, ...]:
    length = min(utf16_units(title), utf16_units(text))
    return (MessageEntity(MessageEntity.BOLD, 0, length),) if length else ()


def _within(text: str, entities: Sequence[MessageEntity]) -> tuple[MessageEntity, ...]:
    """The entities as far as they stand over `text`."""
    end = utf16_units(text)
    return tuple(
        MessageEntity(one.type, one.offset, min(one.length, end - one.offset)) for one in entities if one.offset < end
    )
