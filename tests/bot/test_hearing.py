"""What is kept is handled, once, in order, whatever becomes of the database and of the process between."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlmodel import col, select, update

from bot.hearing import Hearing
from bot.talk import Attachment, Incoming
from data.kinds import MessageKind
from data.model import Confirmation, Message, Received
from data.refusals import DatabaseAway
from data.store import Session, Store
from data.talk import Speaker
from tests.bot.dialogues import Play

FILE = Attachment("a.pdf", 9, ref="at-the-channel")


def said(text: str, update_id: str = "9", chat: str = "VP", **more: Any) -> Incoming:
    return Incoming(update_id, Speaker("local", chat, f"user-{chat}", "Nguyễn Văn A"), text, **more)


def answers(play: Play) -> list[str]:
    """The first lines of what was answered and waits to be sent, in the order of its update."""
    with play.conversation.store.snapshot() as session:
        rows = session.exec(select(Message).where(Message.kind == MessageKind.ANSWER).order_by(col(Message.id))).all()
        return [row.facts["said"]["text"].splitlines()[0] for row in rows]


def reports(play: Play) -> int:
    with play.conversation.store.snapshot() as session:
        return len(session.exec(select(Confirmation)).all())


@dataclass
class Fetched:
    """A channel that files can be fetched from."""

    asked: list[str] = field(default_factory=list)

    async def fetch(self, file: Attachment, words: str) -> Attachment:
        self.asked.append(f"{file.ref}: {words}")
        return Attachment(file.name, file.size, why="lost")


@dataclass
class Out:
    """The database, which can be away."""

    store: Store
    transaction: Callable[[], Any]
    left: int = 0

    @contextmanager
    def opened(self) -> Iterator[Session]:
        if self.left:
            self.left -= 1
            raise DatabaseAway(reason="away")
        with self.transaction() as session:
            yield session


@pytest.fixture
def out(play: Play, monkeypatch: pytest.MonkeyPatch) -> Out:
    store = play.conversation.store
    outage = Out(store, store.transaction)
    monkeypatch.setattr(store, "transaction", outage.opened)
    return outage


def hearing(play: Play, channel: Fetched | None = None) -> tuple[Hearing, list[float]]:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    channels = {"local": channel or Fetched()}
    return Hearing(play.conversation, channels, lambda: play.now, lambda: None, sleep), pauses


def waiting(play: Play) -> list[tuple[Incoming, datetime]]:
    return play.conversation.waiting(["local"], play.now)


async def test_while_the_database_is_away_what_is_kept_waits_and_is_handled_once(play: Play, out: Out) -> None:
    play.conversation.keep(said("xong 10 số 12/KH-VP"), play.now)
    heard, pauses = hearing(play)
    out.left = 5
    heard.take(waiting(play))
    heard.take(waiting(play))  # taken up again meanwhile
    await heard.idle()
    assert (pauses, reports(play), len(answers(play))) == ([0.5, 1.0, 2.0, 4.0, 5.0], 1, 1)
    assert waiting(play) == []


def test_a_turn_that_fails_with_the_database_leaves_nothing_and_can_be_done_again(play: Play, out: Out) -> None:
    play.conversation.keep(said("xong 10 số 12/KH-VP"), play.now)
    out.left = 1
    with pytest.raises(DatabaseAway):
        play.conversation.handle(said("xong 10 số 12/KH-VP"), play.now)
    assert (reports(play), answers(play), len(waiting(play))) == (0, [], 1)
    play.conversation.handle(said("xong 10 số 12/KH-VP"), play.now)
    assert (reports(play), len(answers(play)), waiting(play)) == (1, 1, [])


def test_what_comes_again_is_neither_kept_nor_done_twice(play: Play) -> None:
    again = said("xong 10 số 12/KH-VP")
    assert [play.conversation.keep(again, play.now) for _ in "12"] == [True, False]
    first, second = (play.conversation.handle(again, play.now) for _ in "12")
    assert (len(first.replies), second.replies, reports(play), len(answers(play))) == (1, (), 1, 1)


async def test_what_comes_again_before_it_was_handled_is_handled(play: Play) -> None:
    """The process died between keeping and handling; the channel gives it again."""
    play.conversation.keep(said("xong 10 số 12/KH-VP"), play.now)
    heard, _ = hearing(play)
    play.conversation.keep(said("xong 10 số 12/KH-VP"), play.now)
    heard.take([(said("xong 10 số 12/KH-VP"), play.now)])
    await heard.idle()
    assert (reports(play), len(answers(play))) == (1, 1)


async def test_one_chat_is_answered_in_order_and_many_at_once(play: Play) -> None:
    for number in range(6):
        play.conversation.keep(
            said("viec" if number % 2 else "tro giup", str(number), f"nguoi-{number // 3}"), play.now
        )
    heard, _ = hearing(play)
    heard.take(waiting(play))
    await heard.idle()
    with play.conversation.store.snapshot() as session:
        keys = session.exec(
            select(Message.key).where(Message.kind == MessageKind.ANSWER).order_by(col(Message.id))
        ).all()
    numbers = [key.split(":")[2] for key in keys]
    assert [[each for each in numbers if int(each) // 3 == chat] for chat in (0, 1)] == [
        ["0", "1", "2"],
        ["3", "4", "5"],
    ]


@pytest.mark.parametrize(
    "content", [{"chat_id": "VP"}, {"raw": "x"}, {}, {"chat_id": "VP", "user_id": "1", "name": "", "is_group": False,
                                                     "text": "viec", "occurrence_id": None, "tapped": None, "other": None,
                                                     "state": "gone"}]
)  # fmt: skip
async def test_what_cannot_be_read_is_set_aside_and_the_others_are_handled(
    play: Play, content: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    play.conversation.keep(said("viec", "1"), play.now)
    play.conversation.keep(said("viec", "2"), play.now)
    with play.conversation.store.transaction() as session:
        session.exec(update(Received).where(col(Received.update_id) == "1").values(content=content))
    heard, _ = hearing(play)
    heard.take(waiting(play))
    await heard.idle()
    assert (len(answers(play)), waiting(play)) == (1, [])
    with play.conversation.store.snapshot() as session:
        rows = session.exec(select(Received.update_id, Received.set_aside).where(col(Received.set_aside).is_not(None)))
        assert list(rows) == [("1", "unreadable")]
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("chat", "fetched", "answered"),
    [
        ("VP", ["at-the-channel: xong 10"], "Đã ghi nhận Văn phòng HĐND-UBND"),
        ("nguoi-la", [], "Cuộc trò chuyện này chưa được kết nối với đơn vị"),
    ],
)
async def test_the_files_of_people_without_a_unit_are_not_fetched(
    play: Play, chat: str, fetched: list[str], answered: str
) -> None:
    channel = Fetched()
    heard, _ = hearing(play, channel)
    play.conversation.keep(said("xong 10", chat=chat, file=FILE, other="file"), play.now)
    heard.take(waiting(play))
    await heard.idle()
    assert (channel.asked, [line[: len(answered)] for line in answers(play)]) == (fetched, [answered])


async def test_a_chat_that_floods_takes_no_turn_from_the_others(play: Play) -> None:
    for number in range(30):
        play.conversation.keep(said("tro giup", f"1{number:02}", "nguoi-la"), play.now)
    play.conversation.keep(said("viec", "999"), play.now)
    heard, _ = hearing(play)
    heard.take(waiting(play))
    await heard.idle()
    with play.conversation.store.snapshot() as session:
        keys = session.exec(
            select(Message.key).where(Message.kind == MessageKind.ANSWER).order_by(col(Message.id))
        ).all()
    assert next(place for place, key in enumerate(keys) if ":999:" in key) < 5


async def test_stopping_leaves_what_was_not_begun_to_the_next_start(play: Play) -> None:
    for number in range(20):
        play.conversation.keep(said("viec", str(number)), play.now)
    heard, _ = hearing(play)
    heard.take(waiting(play))
    await asyncio.sleep(0)
    await heard.stop(30)
    left = len(waiting(play))
    assert 0 < left < 20
    assert len(answers(play)) == 20 - left
