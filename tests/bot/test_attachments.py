"""Files that a crash leaves behind on their way in: which go, and which are waited for."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from bot import attachments
from bot.attachments import FORGOTTEN_AFTER, SENT_AFTER, forgotten, sweep
from data.work import evidence
from tests.building import at

NOW = at("2023-01-30 09:00")
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("age", "waiting", "gone"),
    [
        (FORGOTTEN_AFTER + SECOND, (), ["incoming/a"]),
        (FORGOTTEN_AFTER + SECOND, ("incoming/b",), ["incoming/a"]),
        (FORGOTTEN_AFTER + SECOND, ("incoming/a",), []),
        (FORGOTTEN_AFTER, (), []),
        (timedelta(0), (), []),
        (-FORGOTTEN_AFTER, (), []),
    ],
)
def test_what_is_old_and_not_waited_for_goes(age: timedelta, waiting: tuple[str, ...], gone: list[str]) -> None:
    assert forgotten([("incoming/a", NOW - age)], waiting, NOW) == gone


def test_the_folder_is_swept_and_nothing_beside_it(tmp_path: Path) -> None:
    assert sweep(tmp_path, (), NOW) == 0
    old, waiting, new = (attachments.put(tmp_path, "bao-cao.pdf", b"PDF", "").path or "" for _ in range(3))
    for path in ("evidence/of-a-report.pdf", "held/kept", "held/left", "drafts/of-its-own"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(b"PDF")
    for path, age in (
        (old, 2),
        (waiting, 2),
        (new, 0),
        *((path, 2) for path in ("evidence/of-a-report.pdf", "held/kept", "held/left")),
    ):
        written = (NOW - timedelta(days=age)).timestamp()
        os.utime(tmp_path / path, (written, written))
    assert sweep(tmp_path, {waiting, "held/kept"}, NOW) == 2
    left = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {waiting, new, "drafts/of-its-own", "evidence/of-a-report.pdf", "held/kept"}


def test_what_was_made_to_be_sent_goes_once_its_links_have_expired(tmp_path: Path) -> None:
    old, new = (evidence.made(tmp_path, "bao-cao.xlsx", content) for content in (b"old", b"new"))
    for file, age in ((old, SENT_AFTER + SECOND), (new, SENT_AFTER)):
        written = (NOW - age).timestamp()
        os.utime(tmp_path / file.path, (written, written))
    assert sweep(tmp_path, (), NOW) == 1
    assert [evidence.content(tmp_path, each.path, each.sha256) for each in (old, new)] == [None, b"new"]
