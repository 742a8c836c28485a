"""`nhacviec hear`: what a line did, offered, asked and told, each said in an office of its own."""

import json
from typing import Any

import pytest

from bot.commands import COMMANDS
from bot.shell import acts
from tests import lines
from tests.bot.shell.conftest import Run
from tests.tables import differing

EARLY, LATE = "2023-03-07T08:00", "2023-03-20T08:10"
# The chat, when, what was said before, the line, and what came of it but for its words.
SAID: tuple[tuple[str, str, list[str], str, str], ...] = (
    ("P-LL", EARLY, [], "xong 1 3 tin 2 bài", "done: done 1 P-LL 2023-Q1 tin=3 bài=2"),
    ("P-LL", EARLY, [], "xong 1, 12", "done: done 1,12 P-LL 2023-Q1"),
    ("P-LL", EARLY, ["xong 1"], "xong 1 3 tin", "done: amend 1 P-LL 2023-Q1 tin=3"),
    ("P-LL", EARLY, ["xong 1 3 tin"], "bao nham 1", "done: undo 1 P-LL 2023-Q1"),
    ("P-LL", EARLY, ["[file] báo cáo việc 1"], "1", "done: done 1 P-LL 2023-Q1"),
    ("P-LL", EARLY, [], "khong phat sinh 12", "done: nothing 12 P-LL 2023-Q1"),
    ("P-LL", EARLY, [], "việc 12 hoàn thành rồi ạ", "offered: done 12"),
    ("P-LL", EARLY, [], "xong", "asked: task"),
    ("P-LL", EARLY, [], "ngay mai", "told: my_work 2023-03-08"),
    ("P-LL", EARLY, [], "han 13", "told: deadline 13"),
    ("VP", EARLY, [], "gia han 10", "asked: day"),
    ("VP", EARLY, [], "xong 10 số 12/KH-VP ngày 6/3/2023", "done: done 10 VP 12/KH-VP 2023-03-06"),
    ("VP", EARLY, [], "gia han 10 31/3", "done: extend 10 VP 2023-03-31"),
    ("NV", LATE, [], "cho gia han 10 VP", "offered: grant 10 VP 2023-03-31 | grant 10 VP 2023-03-31; asked: ground"),
    ("NV", LATE, [], "tinh hinh 1 quy 1 phuong xa", "told: status 1 phuong-xa 2023-Q1"),
    ("NV", LATE, [], "don vi 3 them KT", "done: set_units 3 KT"),
    ("NV", LATE, [], "ghi nhan", "told: accept"),
    ("NV", LATE, [], "thong bao P-LL: họp lúc 8 giờ", "offered: broadcast P-LL"),
    ("NV", LATE, ["thong bao P-LL: họp lúc 8 giờ"], "thong bao gui 1", "done: broadcast P-LL"),
    ("LD", LATE, [], "tinh hinh P-LL", "told: status P-LL"),
)

# What the judge of lines calls acts; and what a command does beside them.
JUDGED = frozenset(
    [
        "done",
        "nothing",
        "progress",
        "difficulty",
        "extend",
        "snooze",
        "undo",
        "acknowledge",
        "evidence",
        "amend",
        "show_task",
        "my_work",
        "deadline",
        "why",
        "ask_partners",
        "report_status",
        "plan_text",
        "officer_change",
        "contact",
        "status",
        "unreported",
        "overdue",
        "due_soon",
        "urge",
        "accept",
        "return",
        "grant",
        "refuse",
        "set_deadline",
        "set_units",
        "set_product",
        "broadcast",
        "invite",
        "chats",
        "delivery",
        "history",
        "questions",
        "answer_question",
        "release",
        "report_file",
        "add_task",
        "report_for",
        "ranking",
        "hand_over",
        "solve_difficulty",
        "pass_on",
        "help",
        "language",
        "forget_me",
        "join",
    ]
)
BESIDE = frozenset(
    [
        "count_task",
        "short_title",
        "discard_file",
        "discount_task",
        "drop_draft",
        "health",
        "import_draft",
        "monitoring_units",
        "read_plan",
        "refuse_duty",
        "take_back_plan",
        "unlink",
    ]
)


def test_each_line_is_told_as_acts(run: Run) -> None:
    rows = [
        {"id": str(at), "as": chat, "role": "", "at": when, "before": before, "line": said, "attached": None}
        for at, (chat, when, before, said, _) in enumerate(SAID)
    ]
    got = run("hear", stdin="\n".join(map(json.dumps, rows))).objects
    said = zip(SAID, got, strict=True)
    assert differing((line, _brief(came), brief) for (*_, line, brief), came in said) == []


def test_a_line_may_come_in_many_ways(run: Run) -> None:
    """With a photo, in reply to the morning's digest, passed on from elsewhere, as a sticker, in a group, by a head."""
    ways: tuple[tuple[dict[str, str], str, str], ...] = (
        ({"attached": "photo"}, "xong 1 3 tin", "done: done 1 P-LL 2023-Q1 tin=3"),
        ({"via": "reply"}, "đã nhận", "done: acknowledge 1,12,13 P-LL 2023-Q1"),
        ({"via": "forward"}, "xong 13 2 tin", "offered: done 13 tin=2"),
        ({"via": "sticker"}, "", ""),
        ({"where": "group"}, "xong rồi", ""),
        ({"role": "head"}, "xong 1", ""),
    )
    rows = [{"id": "a", "as": "P-LL", "at": EARLY, "line": said} | way for way, said, _ in ways]
    got = run("hear", stdin="\n".join(map(json.dumps, rows))).objects
    assert [_brief(came) for came in got] == [brief for _, _, brief in ways]


@pytest.mark.parametrize("text", ["[]", "{", '{"id": "a"}', '{"id": "a", "as": "P-LL", "at": "noon", "line": ""}'])
def test_what_is_no_line_is_told_by_its_number(run: Run, text: str) -> None:
    got = run("hear", stdin=text)
    assert (got.code, got.out, "1:" in got.err) == (2, "", True)


def test_every_command_is_called_by_the_words_of_the_judge() -> None:
    called = {acts.name_of(command, tasks) for command in COMMANDS for tasks in ((), ("1",))}
    assert called - JUDGED == BESIDE


def test_acts_alike_but_for_units_or_tasks_are_one() -> None:
    each = [{"act": "urge", "tasks": [task], "units": [unit]} for task in ("1", "12") for unit in ("P-LL", "X-TN")]
    assert acts.together(each) == [{"act": "urge", "tasks": ["1", "12"], "units": ["P-LL", "X-TN"]}]


@pytest.mark.skipif(not lines.LINES.exists(), reason="the shared lines are not beside the project")
def test_the_shared_lines_are_understood_as_well_as_before() -> None:
    """The floor is what holds now; what understands more raises it."""
    figures = lines.score()
    assert (figures.right >= lines.RIGHT, figures.harmful <= lines.HARMFUL) == (True, True), figures


def _brief(came: dict[str, Any]) -> str:
    parts = {
        "done": ", ".join(map(_act, came["done"])),
        "offered": " | ".join(", ".join(map(_act, acts)) for acts in came["offered"]),
        "asked": came["asked"] or "",
        "told": ", ".join(map(_act, came["told"])),
    }
    return "; ".join(f"{name}: {value}" for name, value in parts.items() if value)


def _act(said: dict[str, Any]) -> str:
    lists = [",".join(said.get(name, ())) for name in ("tasks", "units", "groups", "parts")]
    plain = [said.get(name, "") for name in ("period", "day", "document", "document_day")]
    counts = [f"{noun}={number}" for noun, number in said.get("counts", {}).items()]
    return " ".join(filter(None, [said["act"], *lists, *plain, *counts]))
