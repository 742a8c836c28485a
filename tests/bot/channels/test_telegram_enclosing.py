"""Files of answers on Telegram: after the words, in the same topic, the very bytes; the words never suffer for them."""

import hashlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.channels.telegram.channel import Telegram
from bot.talk import Answer
from data.talk import Act, Choice, Enclosed, Outgoing
from scheduler.channel import Delivered, Undeliverable
from tests.bot.channels.house import Clock, House, listening
from tests.bot.channels.pictures import jpeg, png
from tests.doubles.telegram import Chat, Refusal, TelegramDouble, too_many_requests

PHOTO, DOCX = jpeg(640, 480), b"PK a report"
BAD_FILE = Refusal(400, "Bad Request: wrong file")

Enclose = Callable[..., Enclosed]


@pytest.fixture
def enclose(tmp_path: Path) -> Enclose:
    """Keeps a file where evidence lies, and gives it as it goes with an answer."""
    (tmp_path / "evidence").mkdir()

    def keep(name: str, content: bytes, kind: str = "file") -> Enclosed:
        sha256 = hashlib.sha256(content).hexdigest()
        (tmp_path / "evidence" / sha256).write_bytes(content)
        return Enclosed(name, f"evidence/{sha256}", sha256, kind, f"Tệp {name}", f"Không gửi được {name}.")

    return keep


@pytest.fixture
async def channel(telegram: TelegramDouble, house: House, clock: Clock, tmp_path: Path) -> AsyncIterator[Telegram]:
    channel = Telegram(telegram.token, base_url=telegram.url, clock=clock, sleep=clock.sleep, folder=tmp_path)
    async with listening(channel, house):
        yield channel


def answering(house: House, *files: Enclosed) -> None:
    house.says = lambda _: Answer((Outgoing("MINH CHỨNG", "Việc 10", (Choice("Việc", Act("viec")),), files=files),))


async def seen(chat: Chat, count: int) -> list[tuple[str, str, bytes]]:
    """What came: the words with it, and the name and bytes of the file."""
    came = [await chat.next_message() for _ in range(count)]
    return [(each.text, each.file.name, each.file.content) if each.file else (each.text, "", b"") for each in came]


WORDS = ("MINH CHỨNG\nViệc 10", "", b"")


async def test_files_come_after_the_words_in_order(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose
) -> None:
    answering(house, enclose("anh.jpg", PHOTO, "photo"), enclose("bao-cao.docx", DOCX))
    chat = telegram.user("Châu").private()
    await chat.says("xem minh chung 10")
    assert await seen(chat, 3) == [
        WORDS,
        ("Tệp anh.jpg", "anh.jpg", PHOTO),
        ("Tệp bao-cao.docx", "bao-cao.docx", DOCX),
    ]
    assert (len(telegram.calls_of("sendPhoto")), len(telegram.calls_of("sendDocument"))) == (1, 1)
    assert channel.trouble is None


async def test_in_a_forum_they_stay_in_the_topic(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose
) -> None:
    answering(house, enclose("bao-cao.docx", DOCX))
    lan = telegram.user("Lan")
    group = telegram.group("Phòng Nội vụ", [lan], forum=True)
    topic = await group.opens_topic("Báo cáo", by=lan)
    await group.says(lan, "/xem_minh_chung 10", topic=topic)
    words, file = [await group.next_message() for _ in range(2)]
    assert (words.thread, file.thread, file.file is not None) == (topic, topic, True)
    assert channel.trouble is None


@pytest.mark.parametrize("content", [png(9000, 2000), png(2100, 100), b"\xff\xd8\xff no size", b"GIF89a", b"HEIC"])
async def test_what_is_no_photo_to_telegram_comes_as_a_document(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose, content: bytes
) -> None:
    answering(house, enclose("anh.jpg", content, "photo"))
    chat = telegram.user("Châu").private()
    await chat.says("xem minh chung 10")
    assert (await seen(chat, 2))[1] == ("Tệp anh.jpg", "anh.jpg", content)
    assert telegram.calls_of("sendPhoto") == []
    assert channel.trouble is None


async def test_a_photo_that_is_refused_comes_as_a_document(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose
) -> None:
    telegram.order(BAD_FILE, "sendPhoto")
    answering(house, enclose("anh.jpg", PHOTO, "photo"))
    chat = telegram.user("Châu").private()
    await chat.says("xem minh chung 10")
    assert (await seen(chat, 2))[1] == ("Tệp anh.jpg", "anh.jpg", PHOTO)
    assert len(telegram.calls_of("sendPhoto")) == 1
    assert channel.trouble is None


async def test_a_file_that_is_refused_is_said_and_holds_nothing_up(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose
) -> None:
    telegram.order(BAD_FILE, "sendDocument")
    answering(house, enclose("a.docx", DOCX), enclose("b.docx", b"another"))
    chat = telegram.user("Châu").private()
    await chat.says("xem minh chung 10")
    assert await seen(chat, 3) == [WORDS, ("Không gửi được a.docx.", "", b""), ("Tệp b.docx", "b.docx", b"another")]
    assert len(telegram.calls_of("sendDocument")) == 2
    assert channel.trouble is None


async def test_files_keep_the_pace_and_wait_as_words_do(
    telegram: TelegramDouble, channel: Telegram, clock: Clock, enclose: Enclose
) -> None:
    telegram.order(too_many_requests(7), "sendDocument")
    chat = telegram.user("Châu").private()
    outcome = await channel.send(str(chat.id), Outgoing("", "Việc 10", files=(enclose("a.docx", DOCX),)))
    assert outcome == Delivered(("1", "2"))
    assert await seen(chat, 2) == [("Việc 10", "", b""), ("Tệp a.docx", "a.docx", DOCX)]
    assert clock.now >= 7


def gone(path: Path) -> None:
    path.unlink()


def changed(path: Path) -> None:
    path.write_bytes(b"something else")


def linked_out(path: Path) -> None:
    outside = path.parent.parent / "nhacviec.db"
    path.rename(outside)
    path.symlink_to(outside)


@pytest.mark.parametrize("harm", [gone, changed, linked_out])
async def test_what_is_not_the_file_that_was_kept_is_not_sent(
    telegram: TelegramDouble,
    channel: Telegram,
    enclose: Enclose,
    tmp_path: Path,
    harm: Callable[[Path], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = enclose("a.docx", DOCX)
    harm(tmp_path / file.path)
    chat = telegram.user("Châu").private()
    await channel.send(str(chat.id), Outgoing("", "Việc 10", files=(file,)))
    assert await seen(chat, 2) == [("Việc 10", "", b""), ("Không gửi được a.docx.", "", b"")]
    assert [record.getMessage() for record in caplog.records] == [f"the file {file.path} was not sent (gone)"]


async def test_a_chat_that_closes_meanwhile_is_told_of_as_ever(
    telegram: TelegramDouble, channel: Telegram, house: House, enclose: Enclose
) -> None:
    telegram.order(Refusal(403, "Forbidden: bot was blocked by the user"), "sendDocument")
    answering(house, enclose("a.docx", DOCX), enclose("b.docx", DOCX))
    chat = telegram.user("Châu").private()
    await chat.says("xem minh chung 10")
    await chat.next_message()
    await telegram.called("sendDocument")
    await channel.stop()
    assert house.outcomes == [Undeliverable("blocked")]
    assert len(telegram.calls_of("sendDocument")) == 1
