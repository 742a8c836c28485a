"""The unit that drew a plan up may read all its figures, and change none of them."""

from sqlmodel import select

from data.kinds import Role
from data.model import Plan, Unit
from data.plans.drafts import PlanDraft
from data.store import Store
from tests.bot.dialogues import Play
from tests.building import draft, office, row, shipped_draft, the_plan


def test_the_shipped_plan_was_drawn_up_by_van_hoa_va_thong_tin(store: Store) -> None:
    assert shipped_draft().drawn_up_by == "VHTT"
    office(store)
    with store.transaction() as session:
        assert session.get_one(Unit, the_plan(session).drawn_up_by).code == "VHTT"


def test_a_plan_without_duties_does_not_say_who_drew_it_up(store: Store) -> None:
    plan: PlanDraft = draft(row("1"))
    assert plan.drawn_up_by is None
    office(store, plan)
    with store.transaction() as session:
        assert the_plan(session).drawn_up_by is None


def test_they_read_what_noi_vu_reads(play: Play) -> None:
    play.type("truong-phong", f"dang ky {play.invite('VHTT', Role.HEAD)}")
    for typed in ("tinh hinh", "tinh hinh 10", "tình hình 1", "qua han"):
        read = play.type("noi-vu", typed).replies
        assert [(one.title, one.text) for one in read] == [
            (one.title, one.text) for one in play.type("VHTT", typed).replies
        ]
        assert play.type("truong-phong", typed).replies[0].title == read[0].title


def test_other_units_do_not(play: Play) -> None:
    for chat in ("VP", "P-LL", "TTVHTT"):
        for typed in ("tinh hinh", "tinh hinh 10", "chua bao"):
            (said,) = play.type(chat, typed).replies
            assert "không dùng tại cuộc trò chuyện này" in said.text


def test_they_change_nothing_by_it(play: Play) -> None:
    for typed in ("don doc 10", "ghi nhan 10 VP", "dat han 2 28/04/2023", "trinh lanh dao gui", "ban giao P-QT P-LL"):
        (said,) = play.type("VHTT", typed).replies
        assert "không dùng tại cuộc trò chuyện này" in said.text


def test_of_another_plan_they_read_nothing(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        plan = session.exec(select(Plan)).one()
        other = plan.model_copy(update={"id": None, "number": "21/KH-UBND", "drawn_up_by": None})
        session.add(Plan(**other.model_dump()))
    assert [len(play.type(chat, "tinh hinh").replies) for chat in ("noi-vu", "VHTT")] == [2, 1]


def test_their_help_names_what_they_may_read(play: Play) -> None:
    (said,) = play.type("VHTT", "tro giup").replies
    (followed,) = [line for line in said.text.splitlines() if line.startswith("• Theo dõi:")]
    assert ("qua han" in followed, "trinh lanh dao" in said.text) == (True, False)
