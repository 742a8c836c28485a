"""Every example of the help, typed in either language, does the same."""

import re
from collections.abc import Iterator

import pytest
from sqlmodel import select

from bot.command import Command
from bot.commands import COMMANDS
from bot.conversation import Conversation
from data.kinds import Role
from data.model import Change
from data.store import Store, copy, open_store
from locales import words_for
from tests.bot.dialogues import Play
from tests.bot.offices import MORNING
from tests.building import COMPOSER

EXAMPLES = [(command, example) for command in COMMANDS for example in command.example.split(" · ")]
# What somebody types where an example leaves a gap, in either language.
GAPS = (
    (re.compile(r"…/…/"), "30/06/"),
    (re.compile(r"…/…"), "15/02"),
    (re.compile(r"(số|no\.) …/"), r"\1 12/"),
    (re.compile(r"(số|no\.) …"), r"\1 12/CV-VP"),
    (re.compile(r"(lý do|because) …"), r"\1 ABC"),
    (re.compile(r"… (?=tin|bài)"), "3 "),
    (re.compile(r"…$"), "ABC"),
)
# What leads to a ground stands as it was said.
FREE = {"cong van so 12": "letter no. 12", "công văn số 12": "letter no. 12"}
# So that the examples find something to act on.
BEFORE = """
VP: gia han 10 15/02 ly do cho y kien
VP: xong 4 số 5/BC-VP
VP: xong 12 3 tin 2 bài
P-LL: xong 1 3 tin
noi-vu: thong bao P-LL: meeting
"""
_CODE = re.compile(r"\b[A-Z2-9]{8}\b")


@pytest.fixture(scope="module")
def begun(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An office in which some reports have been made and a later day has been asked for."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('examples') / 'begun.db'}")
    copy(filled, store)
    Play(Conversation(store, COMPOSER), MORNING).script(BEFORE)
    yield store
    store.close()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("twice")
    one, other = (open_store(f"sqlite:///{folder / name}") for name in ("vi.db", "en.db"))
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def twice(begun: Store, two: tuple[Store, Store]) -> tuple[Play, Play]:
    """The same office two times over."""
    for store in two:
        copy(begun, store)
    one, other = (Play(Conversation(store, COMPOSER), MORNING, count=len(BEFORE)) for store in two)
    return one, other


def chat_for(command: Command, example: str) -> str:
    """A chat that may say it; of an example with a unit in it, Nội vụ's."""
    roles = command.may or frozenset(Role)
    names_a_unit = re.search(r"\b(?:VP|P-LL|VHTT)\b", example.removesuffix("-VP"))
    if Role.COORDINATOR in roles and (names_a_unit or Role.OFFICER not in roles):
        return "noi-vu"
    return "VP" if Role.OFFICER in roles else "lanh-dao"


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[example for _, example in EXAMPLES])
def test_it_does_the_same(twice: tuple[Play, Play], command: Command, example: str) -> None:
    chat = chat_for(command, example)
    in_vietnamese, in_english = twice
    said = _said(in_vietnamese, chat, _filled(example))
    assert said
    assert _said(in_english, chat, _filled(words_for("en").typed(example))) == said


def _filled(example: str) -> str:
    for gap, typed in GAPS:
        example = gap.sub(typed, example)
    return example


SAMPLES = [(command, example) for command, example in EXAMPLES if "…" in example]


@pytest.mark.parametrize(("command", "example"), SAMPLES, ids=[example for _, example in SAMPLES])
def test_with_its_gap_it_puts_nothing_on_record(twice: tuple[Play, Play], command: Command, example: str) -> None:
    chat = chat_for(command, example)
    for play, typed in zip(twice, (example, words_for("en").typed(example)), strict=True):
        before = _record(play)
        play.type(chat, typed)
        assert _record(play) == before


def _record(play: Play) -> int:
    with play.conversation.store.snapshot() as session:
        return len(session.exec(select(Change.id)).all())


def _said(play: Play, chat: str, line: str) -> str:
    said = "\n".join(f"{reply.title}\n{reply.text}" for reply in play.type(chat, line).replies)
    for words, english in FREE.items():
        said = said.replace(words, english)
    return _CODE.sub("CODE", said)
