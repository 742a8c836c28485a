"""`nhacviec hear`: what the service makes of lines, each said in the demo's office of 2023 as it stood at some moment.

Lines come and go as JSON. Each is said in a copy of the office: nothing that one does is there for the next.
"""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import click

from bot import attachments
from bot.channels.local import LocalChannel
from bot.service import Parts
from bot.settings import Settings
from bot.shell import Shell, acts
from bot.talk import Answer, Incoming
from bot.web import demo
from data import record
from data.kinds import Role
from data.people import addressing, registering
from data.store import Session, Store, copy, open_in_memory
from data.talk import Outgoing, Speaker
from data.views import seating
from data.workdays import workdays
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.clock import Clock
from scheduler.composing import Composer
from scheduler.delivery import deliver
from scheduler.slots import Policy

# What happens in the office: mornings, on which its reminders go out, and what is typed in which chat.
_STORY = """
2023-01-11T07:30
2023-01-17T07:30
2023-01-31T07:30
2023-02-01T07:30
2023-02-03T07:30
2023-02-06T07:30
2023-03-07T07:30
2023-03-09T09:00 P-LL xong 1 3 tin 2 bai
2023-03-09T09:00 P-LL khong phat sinh 12
2023-03-09T09:00 X-TN xong 1 5 tin so 7/BC-UBND ngay 8/3/2023
2023-03-09T09:00 X-TN xong 12 1 tin
2023-03-09T09:00 X-TN xong 13 2 tin
2023-03-09T09:00 VHTT xong 3 tờ rơi 200 tờ
2023-03-09T09:00 VHTT xong 4
2023-03-09T09:00 VP gia han 10 31/3 chờ ý kiến Sở Thông tin
2023-03-09T09:00 TUPHAP vuong 7 chưa có kinh phí in tờ gấp
2023-03-09T09:00 KT xong 14 số 21/BC-KT ngày 08/03/2023
2023-03-10T07:30
2023-03-13T07:30
2023-03-14T07:30
2023-03-15T07:30
2023-03-17T07:30
2023-03-20T07:30
2023-03-20T08:10 X-QC xong 1 quy 1 2 tin
2023-03-20T08:10 P-AT xong 1 quy 1 4 tin
"""
_CHATS = {"NV": "noi-vu", "LD": "lanh-dao"}
_FILES = {"photo": ("anh.jpg", b"\xff\xd8\xff\xe0 a picture"), "file": ("bao-cao.txt", b"Noi dung bao cao")}
_ZONE = demo.STARTS_AT.tzinfo


@click.command
@click.pass_obj
def hear(shell: Shell) -> None:
    """Say each line of standard input and tell what came of it."""
    lines = [_read(text, number) for number, text in enumerate(shell.typed_lines(), 1) if text.strip()]
    with tempfile.TemporaryDirectory(prefix="nhacviec-") as folder:
        settings = shell.settings.model_copy(update={"data_dir": Path(folder)})
        story = _Story(_Office(settings))
        offices = {at: story.until(at) for at in sorted({line.at for line in lines})}
        said_in = _Office(settings)
        for line in lines:
            copy(offices[line.at], said_in.parts.store)
            shell.out.json({"id": line.id} | said_in.hears(line))


@dataclass(frozen=True, slots=True)
class _Line:
    """What is said in a chat, at an aware moment, after other lines; `role` where the chat is a unit's head's."""

    id: str
    chat: str
    role: str
    at: datetime
    words: str
    before: tuple[str, ...] = ()
    attached: str | None = None
    via: str = ""
    in_group: bool = False

    @property
    def chat_id(self) -> str:
        """The chat of the demo that it is said in; a head's is made for it."""
        return f"{self.chat}-thu-truong" if self.role == Role.HEAD.value else _CHATS.get(self.chat, self.chat)


def _read(text: str, number: int) -> _Line:
    """A line as JSON has it."""
    try:
        row = json.loads(text)
        return _Line(
            row["id"],
            row["as"],
            row.get("role", ""),
            datetime.fromisoformat(row["at"]).replace(tzinfo=_ZONE),
            row["line"],
            tuple(row.get("before", ())),
            row.get("attached"),
            row.get("via") or "",
            row.get("where") == "group",
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise click.UsageError(f"{number}: {fault!r}.") from fault


@dataclass(slots=True)
class _Post:
    """Takes whatever is sent to the chats of the local page."""

    name: str = LocalChannel.name
    trouble: str | None = None
    has_buttons: bool = True
    allowance: None = None

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:  # noqa: ARG002 - as channels have it
        return Delivered((token_hex(8),))


class _Office:
    """An office on a database in memory, in which people say things and the post goes out."""

    def __init__(self, settings: Settings) -> None:
        composer = Composer(Policy(), workdays(), "vi")
        self.parts = Parts(settings, open_in_memory(), Clock(demo.STARTS_AT), composer)
        self._post = _Post()

    def morning(self, now: datetime) -> None:
        """Have all go out that is to be said by now."""
        tick.run(self.parts.store, now, self.parts.policy, self.parts.workdays)
        self.send(now)

    def send(self, now: datetime) -> None:
        """Have go out what waits for it."""
        asyncio.run(deliver(self.parts.store, [self._post], self.parts.composer, now))

    def say(self, line: _Line, now: datetime) -> Answer:
        """Have a line be said, and give what it is answered."""
        chat, words, attached = line.chat_id, line.words, line.attached
        speaker = Speaker(LocalChannel.name, chat, f"{chat}-nguoi-noi", "Nguyễn Văn An", line.in_group)
        incoming = Incoming(token_hex(8), speaker, words, forwarded=line.via == "forward")
        if attached:
            file = attachments.put(self.parts.settings.data_dir, *_FILES[attached], words)
            incoming = replace(incoming, other=attached, file=file)
        if line.via in {"sticker", "voice"}:
            incoming = replace(incoming, other=line.via)
        if line.via == "reply":
            incoming = replace(incoming, answered=self._digest(chat))
        return self.parts.conversation.hear(incoming, now)

    def hears(self, line: _Line) -> dict[str, Any]:
        """What a line did, offered, asked and told, and the words that it was answered."""
        if line.role == Role.HEAD.value:
            self._seat_head(line)
        now = line.at
        for earlier in line.before:
            self.say(_earlier(line, earlier), now)
            self.send(now)
            now += timedelta(seconds=1)
        with self.parts.store.snapshot() as session:
            since = record.last_line(session)
        answer = self.say(line, now)
        with self.parts.store.snapshot() as session:
            return self._told(session, line, answer, since)

    def _told(self, session: Session, line: _Line, answer: Answer, since: int) -> dict[str, Any]:
        seats = tuple(seating.seats(session, addressing.addresses_of(session, LocalChannel.name, line.chat_id)))
        registry = registering.load_registry(session)
        reader = acts.Reader(session, registry, seats, line.at.date(), self.parts.workdays)
        done = reader.done(since, line.words)
        return {
            "done": done,
            "offered": reader.offered(answer, has_done=bool(done)),
            "asked": acts.asked(answer.replies),
            "told": reader.told(answer.replies),
            "reply": "\n---\n".join("\n".join(filter(None, (each.title, each.text))) for each in answer.replies),
        }

    def _seat_head(self, line: _Line) -> None:
        """Have a unit's head a chat, which the demo has not."""
        with self.parts.store.transaction() as session:
            unit = registering.unit_by_code(session, line.chat)
            session.add(demo.address(line.chat_id, unit.id, Role.HEAD, line.at))

    def _digest(self, chat: str) -> str | None:
        """The id of what went to a chat last."""
        with self.parts.store.snapshot() as session:
            last = addressing.last_sent(session, LocalChannel.name, chat)
        return last.sent_refs[0] if last and last.sent_refs else None


def _earlier(line: _Line, words: str) -> _Line:
    """What was said before a line: perhaps, in front of the words, what came with them."""
    attached = next((kind for kind in _FILES if words.startswith(f"[{kind}]")), None)
    if attached:
        words = words.removeprefix(f"[{attached}]").strip()
    return replace(line, words=words, attached=attached, via="", before=())


class _Story:
    """The office from the first morning on, as far as it has been told."""

    def __init__(self, office: _Office) -> None:
        self._office = office
        self._left = list(_events())
        demo.fill(office.parts, demo.STARTS_AT)

    def until(self, at: datetime) -> Store:
        """A copy of the office as it stood at a moment, no earlier than the one before."""
        while self._left and self._left[0][0] <= at:
            now, chat, words = self._left.pop(0)
            if chat:
                self._office.say(_Line("", chat, "", now, words), now)
                self._office.send(now)
            else:
                self._office.morning(now)
        copied = open_in_memory()
        copy(self._office.parts.store, copied)
        return copied


def _events() -> Iterator[tuple[datetime, str, str]]:
    for row in _STORY.split("\n"):
        if row:
            at, chat, words = (*row.split(" ", 2), "", "")[:3]
            yield datetime.fromisoformat(at).replace(tzinfo=_ZONE), chat, words
