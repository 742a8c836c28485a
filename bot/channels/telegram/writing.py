"""Outgoing → Telegram's messages: parts within its limit, a bold title, buttons under the last part. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import MessageLimit

from bot.channels.splitting import split, utf16_units
from data.columns import known
from data.kinds import State
from data.talk import Choice, Outgoing

# Two labels up to this length stand side by side on a small phone.
_SHORT = 14


# "command|occurrence|state"; buttons made by earlier versions may have no state, or neither.
_STATES = {state[0]: state for state in known(State)}
_CALLBACK = re.compile(
    rf"(?P<command>.*)\|(?:(?P<occurrence>\d+)(?:\|(?P<state>[{''.join(_STATES)}]))?)?", re.DOTALL | re.ASCII
)
# "?reference" of a choice that is longer; see `data.people.offers`.
_REFERENCE = re.compile(r"\?(?P<reference>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Tap:
    """What a pressed button tells: a command and what it was made for, or the reference of a choice too long for it."""

    command: str
    occurrence_id: int | None = None
    state: State | None = None
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
    """What a button brings back, at most 64 bytes: "command|occurrence|state", or a long choice's reference."""
    if choice.is_long:
        return f"?{choice.reference}"
    made_for = "" if choice.occurrence_id is None else str(choice.occurrence_id)
    state = f"|{choice.state[0]}" if made_for and choice.state else ""
    return f"{choice.command}|{made_for}{state}"


def read_callback(data: str) -> Tap:
    """The command behind a button, the Occurrence it was made for and the state of it then, where they are told."""
    if named := _REFERENCE.fullmatch(data):
        return Tap("", reference=named["reference"])
    told = _CALLBACK.fullmatch(data)
    if told is None:
        return Tap(data.rpartition("|")[0] or data)
    return Tap(
        told["command"],
        int(told["occurrence"]) if told["occurrence"] else None,
        _STATES[told["state"]] if told["state"] else None,
    )


def _bold(title: str, text: str) -> tuple[MessageEntity, ...]:
    length = min(utf16_units(title), utf16_units(text))
    return (MessageEntity(MessageEntity.BOLD, 0, length),) if length else ()


def _within(text: str, entities: Sequence[MessageEntity]) -> tuple[MessageEntity, ...]:
    """The entities as far as they stand over `text`."""
    end = utf16_units(text)
    return tuple(
        MessageEntity(one.type, one.offset, min(one.length, end - one.offset)) for one in entities if one.offset < end
    )
