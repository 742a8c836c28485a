"""`nhacviec rehearse --channel`: the words as a channel shows them, and how many messages that makes in a month."""

from datetime import date

from data.talk import Outgoing
from scheduler.rehearsal import Month, Rehearsed, months
from tests.bot.shell.conftest import Run
from tests.building import PLAN, at


def test_parts_count_by_month_and_each_report_is_answered_once() -> None:
    def said(day: str, text: str, *owed: tuple[int, date | None]) -> Rehearsed:
        return Rehearsed(at(f"{day} 07:30"), (), (), Outgoing("", text), owed)

    january, march, april = (date(2023, month, 1) for month in (1, 3, 4))
    rehearsed = [
        said("2023-01-11", "aa", (1, date(2023, 3, 14)), (2, date(2023, 1, 31)), (3, None), (4, date(2023, 7, 1))),
        said("2023-03-07", "aaa", (1, date(2023, 3, 14))),
        # Its day has been moved since it was first spoken of.
        said("2023-04-03", "a", (2, date(2023, 4, 28))),
    ]
    assert months(rehearsed, lambda outgoing: len(outgoing.text)) == [
        Month(january, messages=2, answers=2),
        Month(march, messages=3, answers=1),
        Month(april, messages=1, answers=1),
    ]
    assert months([], lambda _: 1) == []


def test_the_busiest_month_of_the_shipped_plan_on_zalo(run: Run) -> None:
    run("import", str(PLAN), "--yes")
    counted = run("rehearse", "--channel", "zalo", "--count", "--json").objects
    totals = {str(each["month"]): int(str(each["total"])) for each in counted}
    assert list(totals) == [f"2023-{month:02}" for month in range(1, 13)]
    assert max(totals.values()) < 600
    assert [each["month"] for each in counted if each["busiest"]] == [max(totals, key=lambda month: totals[month])]
    assert all(each["total"] == int(str(each["messages"])) + int(str(each["answers"])) for each in counted)


def test_the_words_are_shown_as_the_channel_shows_them(run: Run) -> None:
    run("import", str(PLAN), "--yes")
    days = ("--from", "2023-01-31", "--to", "2023-01-31", "--unit", "VP")
    numbered = run("rehearse", "--channel", "zalo", *days).out
    assert numbered.splitlines()[-6:] == [
        "1. Xong việc 10",
        "2. Đã nhận",
        "Đề nghị trả lời bằng số thứ tự.",
        "",
        "Tháng 01/2023: 3 tin, trong đó 2 tin trả lời báo cáo",
        "Tháng nhiều nhất là tháng 01/2023: 3 tin.",
    ]
    assert "1. Xong" not in run("rehearse", *days).out
    assert run("rehearse", "--channel", "telegram", "--count", *days).out == "".join(
        f"{line}\n" for line in numbered.splitlines()[-2:]
    )
    assert run("rehearse", "--count").code == 2
