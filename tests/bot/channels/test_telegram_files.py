"""Photos and files on Telegram: fetched into the data folder before anything is heard of them, or said why not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.channels.telegram.channel import Telegram
from bot.talk import Attachment
from data.work.evidence import LARGEST
from tests.bot.channels.house import Clock, House, listening
from tests.doubles.telegram import TelegramDouble

PDF = b"%PDF-1.7 a report"


@asynccontextmanager
async def fetching(telegram: TelegramDouble, house: House, folder: Path | None) -> AsyncIterator[None]:
    clock = Clock()
    channel = Telegram(telegram.token, base_url=telegram.url, folder=folder, clock=clock, sleep=clock.sleep)
    async with listening(channel, house, {}):
        yield


def heard(house: House) -> list[tuple[str, str | None, str, int, str | None]]:
    """What was heard: the words, what came with them, its name and size, and why it was not fetched."""
    return [(said.text, said.other, said.file.name, said.file.size, said.file.why) for said in house.heard if said.file]


async def test_a_file_is_fetched_with_its_words(telegram: TelegramDouble, house: House, tmp_path: Path) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, tmp_path):
        await chat.sends_file("../Báo cáo.pdf", PDF, "xong 10")
        await telegram.drained()
    assert heard(house) == [("xong 10", "file", "Báo cáo.pdf", len(PDF), None)]
    assert (tmp_path / str(file_of(house).path)).read_bytes() == PDF


async def test_a_photo_is_fetched_in_its_full_size(telegram: TelegramDouble, house: House, tmp_path: Path) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, tmp_path):
        await chat.sends_photo(b"a large photo")
        await telegram.drained()
    assert heard(house) == [("", "photo", "anh.jpg", len(b"a large photo"), None)]
    assert (tmp_path / str(file_of(house).path)).read_bytes() == b"a large photo"


async def test_what_may_not_be_taken_is_not_fetched(telegram: TelegramDouble, house: House, tmp_path: Path) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, tmp_path):
        await chat.sends_file("a.pdf", PDF, "xong 10", size=LARGEST + 1)
        await chat.sends_file("TUYỆT MẬT.pdf", PDF, "xong 10")
        await chat.sends_file("b.pdf", PDF, "xong 10 văn bản MẬT")
        await telegram.drained()
    assert [said[2:] for said in heard(house)] == [
        ("a.pdf", LARGEST + 1, "too-large"),
        ("TUYỆT MẬT.pdf", len(PDF), "marked"),
        ("b.pdf", len(PDF), "marked"),
    ]
    assert telegram.calls_of("getFile") == []
    assert [said.file.path for said in house.heard if said.file] == [None] * 3


async def test_without_a_folder_nothing_is_fetched(telegram: TelegramDouble, house: House) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, None):
        await chat.sends_file("a.pdf", PDF, "xong 10")
        await telegram.drained()
    assert [(said.text, said.file) for said in house.heard] == [("xong 10", None)]


def file_of(house: House) -> Attachment:
    """The file that was heard of last."""
    file = house.heard[-1].file
    assert file is not None
    return file


async def test_a_video_is_a_file_and_an_album_is_known_as_one(
    telegram: TelegramDouble, house: House, tmp_path: Path
) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, tmp_path):
        await chat.sends_video(b"moving pictures", "xong 13")
        await chat.sends_photo(b"one", album="77")
        await chat.sends_photo(b"two", "xong 10", album="77")
        await telegram.drained()
    assert heard(house) == [
        ("xong 13", "video", "phong-su.mp4", 15, None),
        ("", "photo", "anh.jpg", 3, None),
        ("xong 10", "photo", "anh.jpg", 3, None),
    ]
    assert [said.album for said in house.heard] == [None, "77", "77"]


async def test_a_file_of_no_bytes_is_left_where_it_is(telegram: TelegramDouble, house: House, tmp_path: Path) -> None:
    chat = telegram.user("Lan").private()
    async with fetching(telegram, house, tmp_path):
        await chat.sends_file("a.pdf", b"", "xong 10")
        await telegram.drained()
    assert heard(house) == [("xong 10", "file", "a.pdf", 0, "empty")]
    assert list((tmp_path / "incoming").iterdir()) == []
