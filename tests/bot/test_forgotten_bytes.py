"""What is forgotten is gone from the bytes of the files too, while the service runs."""

import json
import sqlite3
from pathlib import Path

import pytest

from data.store import Store, open_store
from data.upkeep.make_believe import copy_rows
from tests.bot.dialogues import Play
from tests.bot.offices import MORNING, parts_on

NAME, ACCOUNT, PHONE, WORDS = "Trần Thị Lan", "user-lan", "0987654321", "con ốm phải nghỉ"
TRACES = (NAME, ACCOUNT, PHONE, WORDS)


@pytest.fixture
def play(filled: Store, tmp_path: Path) -> Play:
    """The office in a file of its own."""
    store = open_store(f"sqlite:///{tmp_path / 'nhacviec.db'}")
    copy_rows(filled, store)
    return Play(parts_on(store, tmp_path).conversation, MORNING)


def files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def left(folder: Path) -> list[str]:
    """Whose bytes are still there, as letters, in JSON, or as Python writes them."""
    found = files(folder)
    return [
        trace
        for trace in TRACES
        if any(
            spelling.encode() in found
            for spelling in (trace, json.dumps(trace)[1:-1], ascii(trace)[1:-1], trace.upper())
        )
    ]


def talk(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    for _ in range(40):
        play.type("lan", f"tôi là {NAME} số {PHONE} {WORDS}")
    play.type("lan", "khong phat sinh 12")
    play.type("nhom/lan", "viec")


def test_nothing_is_left_while_it_runs(play: Play, tmp_path: Path) -> None:
    talk(play)
    assert left(tmp_path) == list(TRACES)
    play.type("lan", "quen toi dong y")
    assert left(tmp_path) == []
    play.conversation.store.close()


def test_who_reads_meanwhile_puts_it_off_and_no_more(play: Play, tmp_path: Path) -> None:
    talk(play)
    reader = sqlite3.connect(tmp_path / "nhacviec.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM officer").fetchone()
    assert "Đã xóa" in play.type("lan", "quen toi dong y").replies[0].text
    assert NAME in left(tmp_path)
    reader.execute("COMMIT")
    reader.close()
    play.type("minh", "viec")
    assert left(tmp_path) == []
    play.conversation.store.close()


def test_a_crash_before_it_could_be_is_made_good_at_the_start(
    play: Play, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk(play)
    store = play.conversation.store
    monkeypatch.setattr(store, "erase", lambda *_: False)  # as if the process had ended there
    play.type("lan", "quen toi dong y")
    assert NAME in left(tmp_path)
    open_store(f"sqlite:///{tmp_path / 'nhacviec.db'}").close()
    assert left(tmp_path) == []
    store.close()
