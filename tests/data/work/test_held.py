"""Files that wait in a chat to be told what they back."""

from datetime import timedelta
from pathlib import Path

import pytest

from data.store import Store
from data.work import held
from data.work.held import Held
from tests.building import CHANNEL, SWITCHED_ON, join, office, row
from tests.building import draft as plan

LATER = SWITCHED_ON + held.LASTS


@pytest.fixture
def chats(store: Store) -> Store:
    """Two chats that have joined."""
    office(store, plan(row()))
    join(store, "VP")
    join(store, "NV")
    return store


def came(folder: Path, name: str) -> Held:
    """A file that has just come in."""
    (folder / "incoming").mkdir(exist_ok=True)
    (folder / "incoming" / name).write_text(name)
    return Held(f"{name}.jpg", f"incoming/{name}", "photo")


def hold(store: Store, folder: Path, name: str, about: tuple[int, ...], *, chat: str = "VP") -> list[str]:
    """What waits after a file has come."""
    with store.transaction() as session:
        return [each.name for each in held.hold(session, folder, CHANNEL, chat, came(folder, name), about, SWITCHED_ON)]


def lying(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.parent.name in {"held", "incoming"}
    )


def test_files_for_the_same_tasks_wait_together_and_are_taken_once(chats: Store, tmp_path: Path) -> None:
    assert hold(chats, tmp_path, "a", (7,)) == ["a.jpg"]
    assert hold(chats, tmp_path, "b", (7,)) == ["a.jpg", "b.jpg"]
    with chats.transaction() as session:
        taken = held.take(session, CHANNEL, "VP", SWITCHED_ON, 7)
        again = held.take(session, CHANNEL, "VP", SWITCHED_ON, 7)
    assert (taken, again) == ((Held("a.jpg", "held/a", "photo"), Held("b.jpg", "held/b", "photo")), ())
    assert lying(tmp_path) == ["held/a", "held/b"]


def test_a_file_for_something_else_takes_their_place(chats: Store, tmp_path: Path) -> None:
    hold(chats, tmp_path, "a", (7,))
    assert hold(chats, tmp_path, "b", (7, 8)) == ["b.jpg"]
    assert lying(tmp_path) == ["held/b"]
    with chats.transaction() as session:
        assert held.take(session, CHANNEL, "VP", SWITCHED_ON, 9) == ()
        assert held.take(session, CHANNEL, "NV", SWITCHED_ON, 7) == ()
        assert [each.name for each in held.take(session, CHANNEL, "VP", SWITCHED_ON)] == ["b.jpg"]


def test_what_waited_too_long_is_not_taken_and_is_deleted_when_the_next_comes_anywhere(
    chats: Store, tmp_path: Path
) -> None:
    hold(chats, tmp_path, "a", (7,))
    with chats.transaction() as session:
        assert held.take(session, CHANNEL, "VP", LATER) == ()
        held.hold(session, tmp_path, CHANNEL, "NV", came(tmp_path, "b"), (8,), LATER - timedelta(seconds=1))
        held.hold(session, tmp_path, CHANNEL, "NV", came(tmp_path, "c"), (8,), LATER)
    assert lying(tmp_path) == ["held/b", "held/c"]


def test_dropped_is_deleted(chats: Store, tmp_path: Path) -> None:
    hold(chats, tmp_path, "a", (7,))
    with chats.transaction() as session:
        dropped = [held.drop(session, tmp_path, CHANNEL, chat) for chat in ("NV", "VP", "VP")]
    assert (dropped, lying(tmp_path)) == ([False, True, False], [])


def test_a_chat_that_has_not_joined_holds_nothing(chats: Store, tmp_path: Path) -> None:
    hold(chats, tmp_path, "a", (7,), chat="stranger")
    with chats.transaction() as session:
        assert held.take(session, CHANNEL, "stranger", SWITCHED_ON) == ()
