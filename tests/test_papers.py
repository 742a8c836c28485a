"""The papers say what the code does: commands, settings, rules, links, and the guide's dialogues word for word."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from bot.__main__ import nhacviec
from bot.commands import COMMANDS, found
from bot.service import Parts
from bot.settings import Settings
from bot.web import demo
from data.lines.wishes import Mode
from data.store import open_store
from data.words import fold
from data.workdays import workdays
from scheduler import tick
from scheduler.clock import Clock
from scheduler.composing import Composer
from scheduler.reminding import LADDERS, OVERDUE
from scheduler.slots import Policy
from tests.bot.dialogues import ZONE, Play

ROOT = Path(__file__).parent.parent
PAPERS = ("README.md", "CHANGELOG.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md")))
OPERATORS, GUIDE, RULES = "docs/operators.md", "docs/huong-dan.md", "docs/rules.md"
ON_ZALO = "docs/huong-dan-zalo.md"
# A page for each kind of reader, and what has been typed before in the chats of its examples.
PAGES = {
    "docs/huong-dan/don-vi.md": (),
    "docs/huong-dan/noi-vu.md": (("P-LL", "xong 1 quy 1: 3 tin 2 bài"), ("VP", "gia han 10 31/03 lý do chờ ý kiến")),
    "docs/huong-dan/lanh-dao.md": (),
}
SETTINGS = {name.upper() for name in Settings.model_fields}

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FIRST_CELL = re.compile(r"^\| `(.+?)` \|", re.MULTILINE)
# In which chat and when a dialogue of the guide takes place, what is typed, and the answer.
_DIALOGUE = re.compile(r"^<!-- (\S+) (\S+ \S+) -->\n```text\n» (.+)\n((?:.*\n)*?)```$", re.MULTILINE)
# In which chat and when the lines of a page are typed; a line of it, and what is said of its answer.
_SCENE = re.compile(r"^<!-- (\S+) (\S+ \S+) -->$", re.MULTILINE)
_EXAMPLE = re.compile(r"^\| `(.+?)` \| (.+) \|$", re.MULTILINE)


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def in_code(text: str) -> list[str]:
    """What stands in code, inline or line by line in a fence."""
    fenced = [line for block in _FENCE.findall(text) for line in block.splitlines()[1:-1]]
    return fenced + re.findall(r"`([^`\n]+)`", _FENCE.sub("", text))


def shell_lines(text: str) -> list[list[str]]:
    """The commands of `nhacviec` that a paper shows, in words."""
    lines = (code.removeprefix(".venv/bin/") for code in in_code(text))
    return [shlex.split(line, comments=True) for line in lines if line.startswith("nhacviec ")]


def shell_commands(command: click.Command, name: str = "nhacviec") -> dict[str, click.Command]:
    """Every command of the shell by what one types."""
    if not isinstance(command, click.Group):
        return {name: command}
    context = click.Context(command)
    return {
        typed: each
        for sub in command.list_commands(context)
        if (child := command.get_command(context, sub)) is not None
        for typed, each in shell_commands(child, f"{name} {sub}").items()
    }


def command_in(words: list[str]) -> str | None:
    known = shell_commands(nhacviec)
    return next((typed for count in (3, 2) if (typed := " ".join(words[:count])) in known), None)


def leads_nowhere(name: str, link: str) -> bool:
    target, _, anchor = link.partition("#")
    path = (ROOT / name).parent / target if target else ROOT / name
    if not path.exists():
        return True
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return bool(anchor) and anchor not in anchors


@pytest.mark.parametrize("name", PAPERS)
def test_every_link_leads_somewhere(name: str) -> None:
    links = [link for link in _LINK.findall(_FENCE.sub("", paper(name))) if "://" not in link]
    assert [link for link in links if leads_nowhere(name, link)] == []


@pytest.mark.parametrize("name", PAPERS)
def test_every_make_command_is_a_target(name: str) -> None:
    targets = set(re.findall(r"^([\w./-]+):", paper("Makefile").replace("$(VENV)", ".venv"), re.MULTILINE))
    shown = {shlex.split(code, comments=True)[1] for code in in_code(paper(name)) if code.startswith("make ")}
    assert shown - targets == set()


def test_the_readme_has_the_two_commands() -> None:
    assert [code.split("#")[0].strip() for code in in_code(paper("README.md"))][:2] == ["make run", "make test"]


def test_every_command_of_the_shell_is_in_the_operators_paper() -> None:
    assert {command_in(words) for words in shell_lines(paper(OPERATORS))} == set(shell_commands(nhacviec))


@pytest.mark.parametrize("name", PAPERS)
def test_every_command_line_shown_exists(name: str) -> None:
    for words in shell_lines(paper(name)):
        command = shell_commands(nhacviec)[command_in(words) or " ".join(words)]
        options = {option for parameter in command.params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("typed", shell_commands(nhacviec))
def test_every_command_of_the_shell_has_help(typed: str) -> None:
    result = CliRunner().invoke(nhacviec, [*typed.split()[1:], "--help"], prog_name="nhacviec")
    assert (result.exit_code, result.output.startswith(f"Usage: {typed} ")) == (0, True)


def test_every_setting_is_in_the_example_and_in_the_operators_paper() -> None:
    assert set(re.findall(r"^([A-Z_]+)=", paper(".env.example"), re.MULTILINE)) == SETTINGS
    assert {cell for cell in _FIRST_CELL.findall(paper(OPERATORS)) if cell.isupper()} == SETTINGS


def test_the_example_of_settings_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def test_every_chat_command_is_in_the_guide() -> None:
    guide = fold(paper(GUIDE))
    assert [command.name for command in COMMANDS if f"`{command.name}" not in guide] == []


def test_every_chat_command_in_the_guide_is_understood() -> None:
    shown = [cell for cell in _FIRST_CELL.findall(paper(GUIDE)) if not cell.isupper()]
    assert len(shown) >= len(COMMANDS)
    on_zalo = re.findall(r"\| `(.+?)` (?=\|)", paper(ON_ZALO))
    assert len(on_zalo) == 6
    assert [example for example in [*shown, *on_zalo] if not found(example)] == []


@pytest.fixture
def play(sqlite_url: str) -> Iterator[Play]:
    """The demo's office on the morning of its switch-on, everything opened."""
    parts = Parts(Settings(_env_file=None), open_store(sqlite_url), Clock(), Composer(Policy(), workdays(), "vi"))
    demo.fill(parts, demo.STARTS_AT)
    tick.run(parts.store, demo.STARTS_AT, parts.policy, parts.workdays)
    yield Play(parts.conversation, demo.STARTS_AT)
    parts.store.close()


def test_the_guide_answers_as_the_service_does(play: Play) -> None:
    dialogues = _DIALOGUE.findall(paper(GUIDE))
    assert len(dialogues) == paper(GUIDE).count("» ")
    answers = []
    for chat, moment, typed, _ in dialogues:
        play.now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
        replies = play.type(chat, typed).replies
        answers.append("".join(f"{reply.title}\n{reply.text}\n".lstrip() for reply in replies))
    assert answers == [answer for *_, answer in dialogues]


@pytest.mark.parametrize("page", PAGES)
def test_every_line_of_a_page_is_understood(play: Play, page: str) -> None:
    ((chat, moment),) = _SCENE.findall(paper(page))
    play.now = datetime.fromisoformat(moment).replace(tzinfo=ZONE)
    for unit, line in PAGES[page]:
        play.type(unit, line)
    examples = _EXAMPLE.findall(paper(page))
    assert len(examples) >= 6
    lost = {}
    for line, told in examples:
        answer = in_full(play, chat, line)
        parts = [part for quoted in re.findall("“(.+?)”", told) for part in quoted.split(" … ")]
        if (missing := [part for part in parts if part not in answer]) or not parts:
            lost[line] = (missing, answer)
    assert lost == {}


def in_full(play: Play, chat: str, line: str) -> str:
    """What a line is answered, and where that asks whether it is meant so, what a yes is answered."""
    said = play.type(chat, line)
    asks = said.read is not None and said.read.mode is Mode.CONFIRM
    shows = said.replies[-1].text.partition("\n")[0].startswith("Chưa")
    replies = [
        *said.replies,
        *(play.type(chat, "1").replies if asks or shows or "CHƯA GỬI" in said.replies[-1].title else ()),
    ]
    return "\n".join(f"{reply.title}\n{reply.text}" for reply in replies)


def test_every_ladder_is_in_the_rules() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.+)\|$", paper(RULES), re.MULTILINE)
    said = {name: tuple(re.findall(r"`([^`]+)`", cells)) for name, cells in rows}
    assert said.pop("overdue") == OVERDUE
    assert {name: (*rungs[:-1], *OVERDUE) if rungs[-1:] == ("overdue",) else rungs for name, rungs in said.items()} == {
        ladder.value: rungs for ladder, rungs in LADDERS.items()
    }


def test_the_changelog_begins_with_this_version() -> None:
    version = tomllib.loads(paper("pyproject.toml"))["project"]["version"]
    first = re.findall(r"^## (.+)$", paper("CHANGELOG.md"), re.MULTILINE)[0]
    assert first == "Unreleased" or version in first
