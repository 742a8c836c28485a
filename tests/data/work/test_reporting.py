"""Reporting, taking back, accepting and closing: what a story leaves behind, and what it refuses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlmodel import col, select

from data import occurrences
from data.facts import OccurrenceFact, ReportFact
from data.kinds import Closing, Part, State
from data.model import Assignment, Change, Confirmation, Evidence, Occurrence
from data.office.looking import Line, trail
from data.people import persons
from data.record import Actor
from data.refusals import Refusal
from data.store import Session, Store
from data.work import evidence, reporting
from tests.building import SWITCHED_ON, address_of, at, draft, dump, join, office, owed, row, run, speaker

NOON = at("2023-01-16 12:00")


@dataclass(frozen=True)
class Desk:
    """The office of VP with a dated task 1, a standing duty 2, and the officer who answers for both."""

    store: Store
    actor: Actor

    def owed(self, number: str) -> OccurrenceFact:
        """What is owed of a task first."""
        with self.store.transaction() as session:
            return owed(session, number)[0]

    def do(self, verb: Callable[..., object], number: str, **details: object) -> str:
        """Do something to a task at noon; "" or the refusal's code."""
        occurrence_id = self.owed(number).id
        try:
            with self.store.transaction() as session:
                verb(session, occurrence_id, self.actor, NOON, **details)
        except Refusal as refused:
            return refused.code
        return ""

    def settle(self, verb: Callable[[Session, Occurrence, datetime], None], number: str) -> None:
        """Have the service itself do something to a task at noon."""
        occurrence_id = self.owed(number).id
        with self.store.transaction() as session:
            verb(session, session.get_one(Occurrence, occurrence_id), NOON)

    def record(self, number: str) -> list[tuple[str, int | None, int | None, dict[str, object], dict[str, object]]]:
        """The lines of the record about a task."""
        occurrence_id = self.owed(number).id
        with self.store.transaction() as session:
            lines = session.exec(
                select(Change)
                .where(Change.subject == "occurrence", Change.subject_id == occurrence_id)
                .order_by(col(Change.id))
            )
            return [(line.action, line.officer_id, line.address_id, line.before, line.after) for line in lines]


@pytest.fixture
def desk(store: Store) -> Desk:
    office(store, draft(row("1"), row("2", "Thường xuyên")))
    join(store, "VP", "1")
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        officer, address = persons.officer_of(session, speaker("1")), address_of(session, "1")
    return Desk(store, Actor(officer.id, address.id))


def remind_at(desk: Desk, number: str) -> object:
    occurrence_id = desk.owed(number).id
    with desk.store.transaction() as session:
        return session.get_one(Occurrence, occurrence_id).remind_at


def test_a_report_says_who_when_and_with_what_behind_it(desk: Desk) -> None:
    assert desk.do(reporting.confirm, "1", note="số 12/KH-VP ngày 16/01/2023") == ""
    fact = desk.owed("1")
    backed = (("document", "số 12/KH-VP ngày 16/01/2023"),)
    report = ReportFact("Nguyễn Văn A", NOON, False, "số 12/KH-VP ngày 16/01/2023", backed)
    assert (fact.state, fact.report) == (State.DONE, report)
    actor = (desk.actor.officer_id, desk.actor.address_id)
    said = {"state": "done", "note": "số 12/KH-VP ngày 16/01/2023"}
    assert desk.record("1") == [("confirm", *actor, {"state": "open"}, said)]
    assert remind_at(desk, "1") == NOON


def test_reporting_twice_is_told_and_changes_nothing(desk: Desk) -> None:
    desk.do(reporting.confirm, "1")
    before = dump(desk.store)
    assert desk.do(reporting.confirm, "1", note="số 1/BC") == "AlreadyDone"
    assert dump(desk.store) == before


def test_who_reports_twice_hears_when_it_was_reported(desk: Desk) -> None:
    desk.do(reporting.confirm, "1")
    fact = desk.owed("1")
    with desk.store.transaction() as session, pytest.raises(Refusal) as refused:
        reporting.confirm(session, fact.id, desk.actor, at("2023-01-17 09:00"))
    assert refused.value.fields == {"number": "1", "at": NOON}


def test_nothing_to_report_is_an_answer_to_a_check_in_only(desk: Desk) -> None:
    before = dump(desk.store)
    assert desk.do(reporting.confirm, "1", nothing=True) == "NotAStandingDuty"
    assert dump(desk.store) == before
    assert desk.do(reporting.confirm, "2", nothing=True) == ""
    assert desk.owed("2").report == ReportFact("Nguyễn Văn A", NOON, True, "", ())


def corrects(desk: Desk, note: str) -> object:
    """Have the first report say `note`, the next morning; the refusal's code, or whether it said else."""
    try:
        with desk.store.transaction() as session:
            report = session.exec(select(Confirmation.id).order_by(col(Confirmation.id))).first() or 0
            return reporting.correct(session, report, note, desk.actor, at("2023-01-17 09:00"))
    except Refusal as refused:
        return refused.code


def test_a_report_is_corrected_and_the_record_keeps_both(desk: Desk) -> None:
    desk.do(reporting.confirm, "1", note="số 12/KH-VP ngày 16/01/2023")
    with desk.store.transaction() as session:
        evidence.add(session, owed(session, "1")[0].id, "số 12/KH-VP, số 9/TB-VP", desk.actor, NOON)
    changed = remind_at(desk, "1")
    assert [corrects(desk, "số 13/KH-VP") for _ in range(2)] == [True, False]
    report = desk.owed("1").report
    assert report is not None
    assert (report.at, report.note) == (NOON, "số 13/KH-VP")
    assert [value for _, value in report.evidence] == ["số 12/KH-VP", "số 9/TB-VP", "số 13/KH-VP"]
    actor = (desk.actor.officer_id, desk.actor.address_id)
    was, is_now = {"note": "số 12/KH-VP ngày 16/01/2023"}, {"note": "số 13/KH-VP"}
    assert desk.record("1")[-1] == ("correct", *actor, was, is_now)
    assert (desk.owed("1").state, remind_at(desk, "1")) == (State.DONE, changed)
    (_, confirmed, _, corrected) = looking_trail(desk, "1")
    assert (confirmed.report and confirmed.report.note, corrected.report) == ("số 12/KH-VP ngày 16/01/2023", None)


def looking_trail(desk: Desk, number: str) -> tuple[Line, ...]:
    with desk.store.transaction() as session:
        return trail(session, owed(session, number)[0].task.id)


def test_what_is_accepted_taken_back_or_gone_is_corrected_no_more(desk: Desk) -> None:
    desk.do(reporting.confirm, "1", note="số 12/KH-VP")
    desk.settle(occurrences.accept_by_itself, "1")
    before = dump(desk.store)
    assert (corrects(desk, "số 13/KH-VP"), dump(desk.store)) == ("AcceptedAlready", before)
    desk.settle(occurrences.withdraw, "1")
    assert corrects(desk, "số 13/KH-VP") == "NoLongerOwed"


def test_what_is_taken_back_is_corrected_no_more(desk: Desk) -> None:
    desk.do(reporting.confirm, "1", note="số 12/KH-VP")
    desk.do(reporting.take_back, "1")
    assert corrects(desk, "số 13/KH-VP") == "NothingToUndo"


def test_what_is_taken_back_is_open_again_and_kept(desk: Desk) -> None:
    desk.do(reporting.confirm, "1", note="số 1/BC-VP")
    assert desk.do(reporting.take_back, "1") == ""
    fact = desk.owed("1")
    assert (fact.state, fact.report) == (State.OPEN, None)
    with desk.store.transaction() as session:
        kept = session.exec(select(Confirmation.note, Confirmation.withdrawn_at)).all()
        behind = session.exec(select(Evidence.value)).all()
    assert (kept, behind) == ([("số 1/BC-VP", NOON)], ["số 1/BC-VP"])
    actor = (desk.actor.officer_id, desk.actor.address_id)
    assert desk.record("1") == [
        ("confirm", *actor, {"state": "open"}, {"state": "done", "note": "số 1/BC-VP"}),
        ("take_back", *actor, {"state": "done"}, {"state": "open"}),
    ]


def test_one_may_report_again_after_taking_back(desk: Desk) -> None:
    for verb in (reporting.confirm, reporting.take_back, reporting.confirm):
        assert desk.do(verb, "1") == ""
    assert desk.owed("1").state is State.DONE
    assert desk.do(reporting.confirm, "1") == "AlreadyDone"


def test_there_is_nothing_to_take_back_before_a_report(desk: Desk) -> None:
    assert desk.do(reporting.take_back, "1") == "NothingToUndo"


def test_what_is_accepted_cannot_be_taken_back(desk: Desk) -> None:
    desk.do(reporting.confirm, "1")
    desk.settle(occurrences.accept_by_itself, "1")
    before = dump(desk.store)
    assert desk.do(reporting.take_back, "1") == "AcceptedAlready"
    assert desk.do(reporting.confirm, "1") == "AlreadyDone"
    assert dump(desk.store) == before
    assert desk.record("1")[-1] == ("accept", None, None, {"state": "done"}, {"state": "accepted"})


def test_late_news_of_a_closed_check_in_is_taken(desk: Desk) -> None:
    desk.settle(occurrences.close_unreported, "2")
    closed = desk.owed("2")
    assert (closed.state, closed.closing, remind_at(desk, "2")) == (State.CLOSED, Closing.UNREPORTED, None)
    assert desk.do(reporting.confirm, "2", note="3 tin") == ""
    late = desk.owed("2")
    assert (late.state, late.closing, late.report and late.report.note) == (State.DONE, None, "3 tin")
    assert [line[0] for line in desk.record("2")] == ["close", "confirm"]
    assert desk.record("2")[1][3:] == ({"state": "closed"}, {"state": "done", "note": "3 tin"})


def test_what_is_withdrawn_is_kept_with_its_reason(desk: Desk) -> None:
    desk.settle(occurrences.withdraw, "1")
    fact = desk.owed("1")
    assert (fact.state, fact.closing, remind_at(desk, "1")) == (State.CLOSED, Closing.WITHDRAWN, None)
    assert desk.record("1") == [("withdraw", None, None, {"state": "open"}, {"state": "closed"})]
    assert desk.do(reporting.confirm, "1") == "NoLongerOwed"
    assert len(desk.record("1")) == 1


@pytest.mark.parametrize(("part", "refused"), [(Part.FORMER, "TaskOfOthers"), (Part.COORDINATING, "TaskOfOthers")])
def test_a_unit_that_no_longer_leads_reports_and_takes_back_nothing(desk: Desk, part: Part, refused: str) -> None:
    desk.do(reporting.confirm, "2", note="3 tin")
    for number in ("1", "2"):
        with desk.store.transaction() as session:
            occurrence = session.get_one(Occurrence, owed(session, number)[0].id)
            session.get_one(Assignment, occurrence.assignment_id).part = part
    before = dump(desk.store)
    assert (desk.do(reporting.confirm, "1"), desk.do(reporting.take_back, "2")) == (refused, refused)
    assert dump(desk.store) == before
