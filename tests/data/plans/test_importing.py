"""A plan goes in, comes again and is amended: what is written, what is asked, what survives."""

from dataclasses import replace

import pytest
from sqlmodel import col, select

from data import views
from data.documents.document import Document, Row, TitleBlock
from data.kinds import Closing, Part, State
from data.model import Change, Plan, Question, Task
from data.plans import drafting, importing
from data.plans.drafts import DraftQuestion, PlanDraft
from data.plans.importing import Difference
from data.record import Actor
from data.refusals import PlanYearUnknown
from data.store import Store
from data.views import assigned
from data.views.questions import open_questions
from data.work import reporting
from tests.building import (
    CALENDAR,
    POLICY,
    SWITCHED_ON,
    ScriptedChat,
    amend,
    at,
    draft,
    dump,
    join,
    morning,
    office,
    owed,
    registry,
    row,
    run,
    shipped_draft,
)

VP, NV = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ"
AMENDED = at("2023-01-16 10:00")

# Each row of the shipped plan: number, kind of deadline, leads, coordinating units, and the leads where they are few.
SHIPPED = [
    ("1", "recurring", 34, 0, ()),
    ("2", "unspecified", 1, 33, ("NV",)),
    ("3", "recurring", 2, 0, ("VHTT", "TTVHTT")),
    ("4", "recurring", 3, 31, ("VP", "NV", "VHTT")),
    ("5", "recurring", 2, 1, ("VHTT", "TTVHTT")),
    ("6", "once", 1, 33, ("TUPHAP",)),
    ("7", "recurring", 1, 33, ("TUPHAP",)),
    ("8", "recurring", 1, 33, ("TUPHAP",)),
    ("9", "once", 1, 33, ("TUPHAP",)),
    ("10", "once", 1, 33, ("VP",)),
    ("11", "conditional", 1, 33, ("VP",)),
    ("12", "recurring", 34, 0, ()),
    ("13", "recurring", 34, 0, ()),
    ("14", "recurring", 1, 16, ("KT",)),
    ("15", "recurring", 1, 16, ("KT",)),
]
OFFERED = ["III.1.1", "III.1.4", "III.2.1", "III.3.3", "III.6.1", "III.9.1"]
# What the table itself leaves open; what the lint asks is the lint's.
ASKED = [
    ("2", "deadline.unspecified", {"text": ""}),
    ("3", "agency.open", {"text": "Các phòng, ban, đơn vị có liên quan", "part": "coordinating"}),
    (
        "11",
        "deadline.conditional",
        {"text": "Theo thời hạn tại Kế hoạch của UBND TP", "trigger": "thời hạn tại Kế hoạch của UBND TP"},
    ),
]
ANNEX = (None, "annex.date", {"annex": "2022-01-11", "plan": "2023-01-11", "guess": "2023-01-11"})
CODES = ("deadline.unspecified", "deadline.conditional", "deadline.ambiguous", "agency.open", "annex.date")


def difference(store: Store, plan: PlanDraft) -> Difference:
    with store.transaction() as session:
        return importing.compare(session, plan)


def parts(store: Store, number: str) -> list[tuple[str, Part]]:
    """Who has which part in a task, in registry order."""
    with store.transaction() as session:
        task_id = session.exec(select(Task.id).where(Task.number == number)).one() or 0
        return [(unit.code, part) for part in Part for unit in assigned.units_in(session, task_id, part)]


def days(store: Store, number: str) -> list[tuple[str, State, Closing | None, str, str]]:
    """A task's Occurrences: unit, state, and both days."""
    with store.transaction() as session:
        return [
            (fact.unit.code, fact.state, fact.closing, str(fact.plan_due_on), str(fact.due_on))
            for fact in owed(session, number)
        ]


def questions(store: Store) -> list[tuple[str | None, str]]:
    with store.transaction() as session:
        return [
            (asked.task.number if asked.task else None, asked.code) for asked in open_questions(session, AMENDED.date())
        ]


def changes(store: Store, action: str) -> list[tuple[str, dict[str, object], dict[str, object]]]:
    """The lines of the record about an action: of what, before and after."""
    with store.transaction() as session:
        lines = session.exec(select(Change).where(Change.action == action).order_by(col(Change.id)))
        return [(line.subject, line.before, line.after) for line in lines]


def report(store: Store, number: str, note: str = "số 12/KH-VP", *, again: bool = False) -> None:
    """Have a task reported; `again` takes it back at once."""
    with store.transaction() as session:
        (fact,) = owed(session, number)
        reporting.confirm(session, fact.id, Actor(), AMENDED, note=note)
        if again:
            session.flush()
            reporting.take_back(session, fact.id, Actor(), AMENDED)


def test_the_shipped_plan_is_understood_row_by_row() -> None:
    plan = shipped_draft()
    assert (plan.number, plan.issuer, plan.year, plan.issued_on) == (
        "06/KH-UBND",
        "UBND thành phố Hưng Yên",
        2023,
        SWITCHED_ON.date(),
    )
    understood = [
        (
            task.number,
            task.deadline.kind.value,
            len(task.lead),
            len(task.coordinating),
            task.lead if len(task.lead) < 10 else (),
        )
        for task in plan.rows
    ]
    assert understood == SHIPPED
    assert [task.number for task in plan.offered] == OFFERED
    asked = [(each.task, each.code, each.fields) for each in plan.questions if each.code in CODES]
    assert asked == [*ASKED, ANNEX]


def test_the_shipped_plan_is_written_as_understood(store: Store) -> None:
    office(store)
    with store.transaction() as session:
        written = [
            (
                task.number,
                task.deadline["kind"],
                len(assigned.units_in(session, task.id or 0, Part.LEAD)),
                len(assigned.units_in(session, task.id or 0, Part.COORDINATING)),
            )
            for task in session.exec(select(Task).order_by(col(Task.position)))
            if not task.offered
        ]
        asked = [
            (question.task.number if question.task else None, question.code, question.fields)
            for question in open_questions(session, SWITCHED_ON.date())
            if question.code in CODES
        ]
    assert written == [line[:4] for line in SHIPPED]
    # The day of task 11 is asked about once: it hangs on task 10, which says more than that there is none.
    assert asked == [ANNEX, *ASKED[:2]]


def test_the_same_plan_again_changes_nothing_at_all(store: Store) -> None:
    office(store)
    run(store, SWITCHED_ON)
    before = dump(store)
    office(store, now=AMENDED)
    assert dump(store) == before
    numbers = (*(line[0] for line in SHIPPED), *OFFERED)
    assert difference(store, shipped_draft()) == Difference((), (), numbers, ())


def test_a_lead_that_is_named_as_coordinating_too_leads() -> None:
    (task,) = draft(row(lead=f"{VP}, {NV}", coordinating=f"{NV}, Phòng Kinh tế")).tasks
    assert (task.lead, task.coordinating) == (("VP", "NV"), ("KT",))


def asked_of(*rows: Row) -> list[tuple[str | None, str, object]]:
    plan = draft(*rows)
    return [(asked.task, asked.code, asked.fields.get("part", asked.fields.get("number"))) for asked in plan.questions]


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (row(), []),
        (row(lead=""), [("1", "agency.none", "lead")]),
        (row(lead="Các phòng, ban có liên quan"), [("1", "agency.open", "lead")]),
        (row(lead="Sở Du lịch vũ trụ"), [("1", "agency.unknown", "lead")]),
        (row(coordinating="Sở Du lịch vũ trụ"), [("1", "agency.unknown", "coordinating")]),
        (row(deadline=""), [("1", "deadline.unspecified", None)]),
        (row(deadline="Sau khi có hướng dẫn của tỉnh"), [("1", "deadline.conditional", None)]),
        (row(deadline="Ngày 30/02/2023"), [("1", "deadline.ambiguous", None)]),
        (row(deadline="Ngày 05/01/2023"), [("1", "deadline.past", None)]),
    ],
)
def test_what_only_a_person_can_settle_is_asked(cells: Row, asked: list[tuple[str | None, str, object]]) -> None:
    assert asked_of(cells) == asked


def test_a_number_that_comes_twice_is_told_apart_and_asked_about() -> None:
    rows = (row("1"), row("2", title="Tập huấn"), row("1", title="Tọa đàm"), row("1", title="Hội thi"))
    assert [task.number for task in draft(*rows).tasks] == ["1", "2", "1(2)", "1(3)"]
    assert asked_of(*rows) == [("1(2)", "number.duplicate", "1"), ("1(3)", "number.duplicate", "1")]


def test_a_plan_without_a_year_is_refused_unless_one_is_given() -> None:
    document = Document(TitleBlock("1/KH", None, "UBND", None, "Kế hoạch", None, None), (row(),), ())
    with pytest.raises(PlanYearUnknown) as refused:
        drafting.draft_of(document, registry(), CALENDAR, path="a.docx")
    assert refused.value.fields == {"path": "a.docx"}
    assert drafting.draft_of(document, registry(), CALENDAR, path="a.docx", year=2024).year == 2024


def test_an_amended_plan_says_what_it_changes(store: Store) -> None:
    office(store, draft(row("1"), row("2"), row("3"), row("4")))
    amended = draft(row("1"), row("5"), row("3", "Tháng 02/2023"), row("4", title="Tên khác"))
    assert difference(store, amended) == Difference(created=("5",), changed=("3", "4"), kept=("1",), withdrawn=("2",))


def test_each_cell_of_a_row_counts_as_a_change(store: Store) -> None:
    office(store, draft(row()))
    for cells in (
        row(title="Khác"),
        row(product="Khác"),
        row(lead=NV),
        row(coordinating=NV),
        row(deadline="31/01/2023"),
        replace(row(), section="II. Thể chế"),
        replace(row(), extra=(("Ghi chú", "Khác"),)),
    ):
        assert difference(store, draft(cells)).changed == ("1",)
        amend(store, draft(cells), AMENDED)
        assert difference(store, draft(cells)).kept == ("1",)


def test_changed_wording_leaves_the_work_alone(store: Store) -> None:
    office(store, draft(row("1")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        (before,) = owed(session, "1")
    amend(store, draft(row("1", title="Ban hành Kế hoạch (sửa đổi)")), AMENDED)
    run(store, AMENDED)
    with store.transaction() as session:
        (after,) = owed(session, "1")
    assert after == replace(before, task=replace(before.task, title="Ban hành Kế hoạch (sửa đổi)"))
    assert changes(store, "import")[1:] == [
        (
            "task",
            {"title": "Ban hành Kế hoạch truyền thông", "deadline": "Tháng 01/2023"},
            {"title": "Ban hành Kế hoạch (sửa đổi)", "deadline": "Tháng 01/2023"},
        )
    ]


def test_a_moved_day_moves_what_is_open_and_keeps_its_history(store: Store) -> None:
    office(store, draft(row("1")))
    run(store, SWITCHED_ON)
    report(store, "1", again=True)
    before = dump(store)
    amend(store, draft(row("1", "Tháng 02/2023")), AMENDED)
    run(store, AMENDED)
    assert days(store, "1") == [("VP", State.OPEN, None, "2023-02-28", "2023-02-28")]
    after = dump(store)
    assert [after[table] for table in ("confirmation", "evidence")] == [
        before[table] for table in ("confirmation", "evidence")
    ]
    january, february = "2023-01-31", "2023-02-28"
    assert changes(store, "move_day") == [
        (
            "occurrence",
            {"due_on": january, "plan_due_on": january},
            {"due_on": february, "plan_due_on": february},
        )
    ]


def test_what_is_reported_keeps_the_day_for_which_it_was_until_it_is_taken_back(store: Store) -> None:
    office(store, draft(row("1")))
    run(store, SWITCHED_ON)
    report(store, "1")
    amend(store, draft(row("1", "Tháng 02/2023")), AMENDED)
    run(store, AMENDED)
    assert days(store, "1") == [("VP", State.DONE, None, "2023-01-31", "2023-01-31")]
    with store.transaction() as session:
        (fact,) = owed(session, "1")
        reporting.take_back(session, fact.id, Actor(), AMENDED)
    run(store, AMENDED)
    assert days(store, "1") == [("VP", State.OPEN, None, "2023-02-28", "2023-02-28")]


def test_a_day_that_was_set_at_last_is_asked_for_no_more(store: Store) -> None:
    office(store, draft(row("1", ""), row("2")))
    run(store, SWITCHED_ON)
    assert (questions(store), days(store, "1")) == (
        [("1", "deadline.unspecified")],
        [("VP", State.OPEN, None, "None", "None")],
    )
    amend(store, draft(row("1", "Tháng 3/2023"), row("2")), AMENDED)
    run(store, AMENDED)
    assert (questions(store), days(store, "1")) == ([], [("VP", State.OPEN, None, "2023-03-31", "2023-03-31")])


def test_what_is_asked_of_a_row_because_of_another_is_asked_too(store: Store) -> None:
    office(store, draft(row("1"), row("2", title="Tập huấn")))
    assert questions(store) == []
    amend(store, draft(row("1", title="Tập huấn"), row("2", title="Tập huấn")), AMENDED)
    assert questions(store) == [("2", "task.repeated")]


def test_an_answered_question_stays_answered(store: Store) -> None:
    office(store, draft(row("1", "")))
    with store.transaction() as session:
        question = session.exec(select(Question)).one()
        question.answered_at, question.answer = AMENDED, "31/03/2023"
        session.add(question)
    amend(store, draft(row("1", "", title="Khác")), AMENDED)
    assert questions(store) == []


def test_a_day_that_moves_out_of_the_past_is_owed_again(store: Store) -> None:
    office(store, draft(row("1", "Ngày 05/01/2023")))
    run(store, SWITCHED_ON)
    assert days(store, "1") == [("VP", State.CLOSED, Closing.NOT_COUNTED, "2023-01-05", "2023-01-05")]
    amend(store, draft(row("1", "Ngày 05/02/2023")), AMENDED)
    run(store, AMENDED)
    assert days(store, "1") == [("VP", State.OPEN, None, "2023-02-05", "2023-02-05")]


def test_an_added_task_is_opened_and_the_others_keep_their_order(store: Store) -> None:
    office(store, draft(row("1"), row("2")))
    run(store, SWITCHED_ON)
    amend(store, draft(row("1"), row("1a"), row("2")), AMENDED)
    run(store, AMENDED)
    with store.transaction() as session:
        facts = views.occurrences(session)
        positions = session.exec(select(Task.number, Task.position).order_by(col(Task.position))).all()
    assert [fact.task.number for fact in facts] == ["1", "1a", "2"]
    assert positions == [("1", 0), ("1a", 1), ("2", 2)]


async def test_a_withdrawn_task_is_not_reminded_of(store: Store) -> None:
    office(store, draft(row("1"), row("2", lead=NV)))
    for code in ("VP", "NV"):
        join(store, code)
    chat = ScriptedChat()
    heard = await morning(store, chat, ["2023-01-11"])
    amend(store, draft(row("1")), AMENDED)
    heard |= await morning(store, chat, ["2023-01-17", "2023-01-27", "2023-01-31", "2023-02-01"])
    assert heard == {
        "2023-01-11": ["NV", "VP"],
        "2023-01-17": ["VP"],
        "2023-01-27": ["VP"],
        "2023-01-31": ["VP"],
        "2023-02-01": ["VP"],
    }
    assert days(store, "2") == []
    assert changes(store, "withdraw") == [("occurrence", {"state": "open"}, {"state": "closed"}), ("task", {}, {})]


def test_the_questions_of_a_withdrawn_task_go_with_it(store: Store) -> None:
    office(store, draft(row("1"), row("2", "")))
    assert questions(store) == [("2", "deadline.unspecified")]
    amend(store, draft(row("1")), AMENDED)
    assert questions(store) == []


def test_a_task_that_comes_back_is_owed_again(store: Store) -> None:
    office(store, draft(row("1"), row("2")))
    run(store, SWITCHED_ON)
    amend(store, draft(row("1")), AMENDED)
    run(store, AMENDED)
    amend(store, draft(row("1"), row("2")), AMENDED)
    run(store, AMENDED)
    assert days(store, "2") == [("VP", State.OPEN, None, "2023-01-31", "2023-01-31")]


def test_a_lead_that_is_taken_off_owes_nothing_more_and_its_report_stays(store: Store) -> None:
    leads = f"{VP}, {NV}, Phòng Kinh tế"
    office(store, draft(row("1", lead=leads)))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1", "KT")[0].id, Actor(), AMENDED, note="số 5/BC-KT")
    amend(store, draft(row("1", lead=VP, coordinating=NV)), AMENDED)
    run(store, AMENDED)
    assert parts(store, "1") == [("VP", Part.LEAD), ("NV", Part.COORDINATING), ("KT", Part.FORMER)]
    assert [line[:3] for line in days(store, "1")] == [
        ("VP", State.OPEN, None),
        ("NV", State.CLOSED, Closing.WITHDRAWN),
        ("KT", State.DONE, None),
    ]
    amend(store, draft(row("1", lead=leads)), AMENDED)
    run(store, AMENDED)
    assert [line[:3] for line in days(store, "1")] == [
        ("VP", State.OPEN, None),
        ("NV", State.OPEN, None),
        ("KT", State.DONE, None),
    ]


def test_nothing_is_half_written_when_something_raises_in_the_middle(store: Store) -> None:
    office(store, draft(row("1"), row("2")))
    run(store, SWITCHED_ON)
    before = dump(store)
    good = draft(row("1", "Tháng 3/2023"), row("3"))
    broken = replace(good, tasks=(good.tasks[0], replace(good.tasks[1], lead=("NOBODY",))))
    with pytest.raises(KeyError, match="NOBODY"):
        amend(store, broken, AMENDED)
    assert dump(store) == before


def test_switching_on_twice_is_switching_on_once(store: Store) -> None:
    office(store, draft(row("1")))
    before = dump(store)
    with store.transaction() as session:
        importing.switch_on(session, session.exec(select(Plan)).one(), AMENDED)
    assert dump(store) == before


def test_a_plan_that_is_not_switched_on_stays_silent(store: Store) -> None:
    office(store, draft(row("1")))
    other = replace(draft(row("1", "")), number="07/KH-UBND", questions=(DraftQuestion(None, "annex.date", {}),))
    with store.transaction() as session:
        importing.save(session, other, SWITCHED_ON, POLICY.zone)
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        assert [fact.task.plan.number for fact in views.occurrences(session)] == ["06/KH-UBND"]
        assert [task.plan.number for task in assigned.find_tasks(session, "1")] == ["06/KH-UBND"]
    assert questions(store) == []
