"""What holds for every command: help in both languages, and an answer in words to whatever is typed after it."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence

import pytest

from bot import features
from bot.command import EARS, OFFICE, Command, Who
from bot.commands import COMMANDS, found, help_lines, show_help
from data import views
from data.columns import known
from data.facts import Seat, UnitFact
from data.kinds import Role
from data.words import fold
from locales import Words, words_for
from locales.say.talking import failed
from tests.bot.dialogues import Play
from tests.building import dump

VI, EN = words_for("vi", "Phòng Nội vụ"), words_for("en", "Phòng Nội vụ")
EVERY = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
# Telegram shows a menu of at most this many, each with a name of 32 letters and a line of 256.
MENU, NAME, LINE = 100, 32, 256
UNSEEN = "10 \0 \ud83d 🙂 \u200b"
# What is typed reaches the database as it is; PostgreSQL has a largest number, and letters that it does not take.
ON_BOTH_ENGINES = pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)


def on_engines(name: str, texts: Sequence[str], *, on_both: str) -> pytest.MarkDecorator:
    """Each text on SQLite, one of them on PostgreSQL too."""
    cases = [*(("sqlite", text) for text in texts), ("postgresql", on_both)]
    return pytest.mark.parametrize(("store", name), cases, indirect=["store"], ids=[repr(case) for case in cases])


# What Nội vụ decides by these words, a unit tells by them.
_OF_TWO = {"phoi hop", "nhan viec", "accept duty", "bo sung", "de nghi bo sung"}
# What a command changes only where it is asked to: reading the service's answer leaves these as they are.
KEPT = (
    "occurrence",
    "confirmation",
    "evidence",
    "extension",
    "assignment",
    "task",
    "plan",
    "question",
    "unit",
)


def test_each_one_that_is_declared_is_in_the_table() -> None:
    modules = [
        importlib.import_module(f"bot.features.{module.name}") for module in pkgutil.iter_modules(features.__path__)
    ]
    declared = {
        each for module in modules for each in vars(module).values() if isinstance(each, Command) and each.words
    }
    assert [each.name for each in declared if each not in {heard.command for heard in found(each.name)}] == []
    assert {each for each in declared if each.help} | {show_help} == set(COMMANDS)


@EVERY
def test_its_help_is_one_line_in_both_languages(command: Command) -> None:
    said = [words.text(command.help) for words in (VI, EN)]
    assert all(0 < len(line) <= LINE and "\n" not in line for line in said)
    assert said[0] != said[1]
    assert said[1] == command.help.format(office="Phòng Nội vụ")


def first_for(command: Command, text: str) -> Command:
    """What a text is for those who may use a command; units' words may be Nội vụ's for another."""
    may = command.may or frozenset(Role)
    may = may - OFFICE or may
    return next(heard.command for heard in found(text) if may & (heard.command.may or may))


@EVERY
@pytest.mark.parametrize("words", [VI, EN], ids=["vi", "en"])
def test_its_example_is_understood_as_itself(words: Words, command: Command) -> None:
    for example in words.typed(command.example).split(" · "):
        assert first_for(command, example) == command


@EVERY
def test_it_has_a_name_in_english(command: Command) -> None:
    assert EN.typed(command.name) != command.name


@EVERY
def test_its_words_are_folded_and_lead_to_it_and_for_other_roles_to_one_more(command: Command) -> None:
    assert [words for words in command.words if fold(words) != words] == []
    for words in command.words:
        named = [heard.command for heard in found(words) if heard.typed == words]
        assert command in named
        assert len(named) == 1 or (words in _OF_TWO and len(named) == 2)


@EVERY
def test_its_name_in_a_menu_is_one_a_channel_takes_and_can_be_typed(command: Command) -> None:
    assert command.menu == command.menu.lower()
    assert command.menu.replace("_", "").isalnum()
    assert command.menu.isascii()
    assert len(command.menu) <= NAME
    assert first_for(command, f"/{command.menu}") == command


def test_a_menu_holds_all_of_them() -> None:
    assert len({command.menu for command in COMMANDS}) == len(COMMANDS) <= MENU


@pytest.mark.parametrize("role", known(Role))
def test_help_shows_what_a_role_may_and_nothing_else(role: Role) -> None:
    seat = Seat(1, UnitFact(1, "VP", "Văn phòng"), role)
    assert help_lines(EN, [seat]) == [
        (EN.typed(command.example), EN.text(command.help))
        for command in COMMANDS
        if command.may is None or role in command.may
    ]


def may_say(words: str) -> list[Who | None]:
    """Who may use the commands that have these words."""
    return [heard.command.may for heard in found(words) if heard.typed == words]


def chat_for(command: Command) -> str:
    """A chat of the demo that may say it; the unit's, where a unit may."""
    roles = command.may or frozenset(Role)
    if Role.OFFICER in roles:
        return "VP"
    return "noi-vu" if Role.COORDINATOR in roles else "lanh-dao"


def answers(play: Play, typed: Callable[[Command], tuple[str, str]]) -> dict[str, str]:
    """What is answered to each command, typed in a chat as `typed` says; a fault of ours shows by its words."""
    return {
        command.name: "\n---\n".join(
            f"{reply.title}\n{reply.text}".strip() for reply in play.type(*typed(command)).replies
        )
        for command in COMMANDS
    }


def wordless(said: dict[str, str]) -> dict[str, str]:
    """The answers that say nothing, or that something went wrong."""
    wrong = {failed(words).text for words in (VI, EN)}
    return {name: answer for name, answer in said.items() if not answer or answer in wrong or "{" in answer}


def state(play: Play) -> dict[str, object]:
    tables = dump(play.conversation.store)
    return {name: tables[name] for name in KEPT}


@ON_BOTH_ENGINES
def test_without_anything_after_it_each_one_answers(play: Play) -> None:
    assert wordless(answers(play, lambda command: (chat_for(command), command.name))) == {}


@on_engines("number", ["999", "99.10", "IX.9.9", "-1", "10000000000000000000"], on_both="10000000000000000000")
def test_a_number_that_no_task_has_is_answered_and_changes_no_work(play: Play, number: str) -> None:
    before = state(play)
    said = answers(play, lambda command: (chat_for(command), f"{command.name} {number}"))
    assert wordless({name: answer for name, answer in said.items() if name != "ngon ngu"}) == {}
    assert state(play) == before


def test_the_wrong_role_is_answered_and_changes_nothing(play: Play) -> None:
    play.type("head", f"dang ky {play.invite('P-LL', Role.HEAD)}")
    before = state(play)
    for chat, role in (("VP", Role.OFFICER), ("head", Role.HEAD)):
        others = [command for command in COMMANDS if not any(role in (may or EARS) for may in may_say(command.name))]
        said = {command.name: play.type(chat, f"{command.name} 10").replies[0].text for command in others}
        assert said == {
            name: f"“{name}” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup"
            for name in said
        }
    for command in COMMANDS:
        if not any(Role.LEADER in (may or EARS) for may in may_say(command.name)):
            play.type("lanh-dao", f"{command.name} 10")
    assert state(play) == before


def test_what_a_leader_orders_is_offered_to_be_passed_on(play: Play) -> None:
    for name in ("giao nhan", "bo tep"):
        (said,) = play.type("lanh-dao", f"{name} 10").replies
        assert f"Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu {name} 10\n" in said.text


def test_somebody_unknown_is_answered_and_changes_nothing(play: Play) -> None:
    before = state(play)
    said = answers(play, lambda command: ("stranger", f"{command.name} 10"))
    assert wordless(said) == {}
    assert state(play) == before


def test_four_thousand_letters_after_it_are_answered(play: Play) -> None:
    for filling in ("10 ", "ữ", "10 " + "một hai ba "):
        said = answers(play, lambda command, text=filling: (chat_for(command), f"{command.name} {text * 4000}"[:4000]))  # type: ignore[misc]
        assert wordless(said) == {}


@on_engines("text", ["10\n11,,;", "10 {number} %s", "10 '; DROP TABLE task; --", UNSEEN], on_both=UNSEEN)
def test_odd_signs_after_it_are_answered(play: Play, text: str) -> None:
    said = answers(play, lambda command: (chat_for(command), f"{command.name} {text}"))
    assert {
        name for name, answer in said.items() if not answer or answer in {failed(VI).text, failed(EN).text}
    } == set()
    with play.conversation.store.transaction() as session:
        assert views.plans(session)
