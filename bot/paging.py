"""A long answer a part at a time: as much as one message holds, and the line one types to see on. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from data.talk import Act, Choice, Outgoing
from data.words import fold_in_place
from locales import Words
from locales.say import talking as replies

LONGEST, MOST = 3_900, 20
"""Letters of an answer, within a message of the channel that takes most; and entries in a part of a longer one."""

# What stands over and under a list is shown with it, as long as it is no list itself.
_LONGEST_FRAME = 1_000
# An entry that is longer, a row of many names, is cut between them.
_LONGEST_ENTRY = 700
# Room for the line that says what is shown, and how to see on.
_SAYING = 250
_BULLETS = ("• ", "✅ ")
# A line that begins with two spaces belongs to the one before.
_ITEM = re.compile(r"[^\n]+(?:\n  [^\n]*)*\n*|\n+")
_UP_TO = rf".{{1,{_LONGEST_ENTRY}}}"
_PIECE = re.compile(rf"{_UP_TO}(?:[,;] |\n|$)|{_UP_TO}\s|{_UP_TO}", re.DOTALL)
_START = re.compile(r"(?:^|\s)(?:xem )?(?:tiep|next)(?: tu| from)? (\d{1,6})[\s.]*$")


def start_of(argument: str) -> tuple[str, int]:
    """What follows a command without the words that say where to go on, and the entry to begin with: "10 tiep 21"."""
    text = unicodedata.normalize("NFC", argument)
    match = _START.search(fold_in_place(text))
    return (text[: match.start()].rstrip(" ,;"), max(int(match[1]), 1)) if match else (argument, 1)


def paged(words: Words, answer: Sequence[Outgoing], again: Act | None, start: int = 1) -> tuple[Outgoing, ...]:
    """The part of an answer that begins with the entry `start`; all of it where it is short.

    `again` is what shows it anew, for seeing on; None where that would do something again.
    """
    if start == 1 and sum(len(reply.title) + len(reply.text) for reply in answer) <= LONGEST:
        return tuple(answer)
    lists = [_list_of(reply) for reply in answer]
    total = sum(len(each.entries) for each in lists)
    if start > total:
        return (Outgoing("", replies.no_more(words, total)),)
    parts, last = _parts(lists, start)
    on = replace(again, start=last + 1) if again and last < total else None
    *before, end = parts
    choices = (*end.choices, Choice(replies.see_on(words), on)) if on else end.choices
    note = replies.shown(words, start, last, total, on.typed if on else "")
    return (*before, replace(end, text=f"{end.text}\n{note}", choices=choices))


@dataclass(frozen=True, slots=True)
class _List:
    """A reply as what stands over its entries, the entries, and what stands under them."""

    reply: Outgoing
    head: str
    entries: tuple[str, ...]
    foot: str


def _list_of(reply: Outgoing) -> _List:
    items = _ITEM.findall(reply.text)
    bullets = [at for at, item in enumerate(items) if item.startswith(_BULLETS)]
    first, end = (bullets[0], bullets[-1] + 1) if bullets else (0, len(items))
    first = first if len("".join(items[:first])) <= _LONGEST_FRAME else 0
    end = end if len("".join(items[end:])) <= _LONGEST_FRAME else len(items)
    return _List(reply, "".join(items[:first]), tuple(_entries(items[first:end])), "".join(items[end:]))


def _entries(items: Iterable[str]) -> Iterator[str]:
    """The entries of a list, each with the heading over it; a long one in pieces."""
    heading = ""
    for item in items:
        entry, heading = heading + item, ""
        if item.rstrip().endswith(":") and not item.startswith(_BULLETS):
            heading = entry
        elif len(entry) > _LONGEST_ENTRY:
            yield from _PIECE.findall(entry)
        else:
            yield entry
    if heading:
        yield heading


def _parts(lists: Sequence[_List], start: int) -> tuple[list[Outgoing], int]:
    """The replies that show the entries from `start` on, as many as there is room for, and the last one shown."""
    parts: list[Outgoing] = []
    number, room = 0, LONGEST - _SAYING
    for each in lists:
        skipped = min(max(start - 1 - number, 0), len(each.entries))
        number += skipped
        if skipped and skipped == len(each.entries):
            continue
        head = "" if skipped else each.head
        room -= len(each.reply.title) + len(head) + len(each.foot)
        shown: list[str] = []
        for entry in each.entries[skipped:]:
            if (parts or shown) and (len(entry) > room or number - start + 1 >= MOST):
                break
            shown.append(entry)
            room, number = room - len(entry), number + 1
        if shown or not each.entries:
            parts.append(_part(each, head, shown, is_first=not skipped))
        if len(shown) + skipped < len(each.entries):
            break
    return parts, number


def _part(whole: _List, head: str, shown: Sequence[str], *, is_first: bool) -> Outgoing:
    """A reply with some of its entries; its buttons and files go with the first of them."""
    text = "".join(shown)
    if not (is_first or text.startswith(_BULLETS)):
        text = f"… {text}"
    text = f"{head}{text.rstrip(' ,;') if text.endswith((', ', '; ')) else text}"
    text = "\n".join(filter(None, (text.rstrip("\n"), whole.foot)))
    return replace(
        whole.reply,
        text=text,
        choices=whole.reply.choices if is_first else (),
        files=whole.reply.files if is_first else (),
    )
