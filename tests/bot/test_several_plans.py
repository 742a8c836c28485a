"""Several plans at once: a number is asked for where two plans have it, and only there."""

from dataclasses import replace

import pytest

from bot.conversation import Conversation
from data import views
from data.kinds import Role, State
from data.plans import importing
from data.plans.drafts import PlanDraft
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.building import COMPOSER, POLICY, SWITCHED_ON, draft, office, run
from tests.building import row as task

SIXTH = draft(task("10", title="Ban hành Kế hoạch truyền thông"), task("11", title="Mở chuyên mục trên Cổng thông tin"))
SEVENTH = replace(
    draft(task("10", title="Rà soát thủ tục hành chính"), task("12", title="Số hóa hồ sơ", lead="Phòng Nội vụ")),
    number="07/KH-UBND",
    title="Cải cách hành chính năm 2023",
)


def switch_on(store: Store, plan: PlanDraft) -> None:
    with store.transaction() as session:
        importing.switch_on(session, importing.save(session, plan, SWITCHED_ON, POLICY.zone), SWITCHED_ON)
    run(store, SWITCHED_ON)


@pytest.fixture
def play(store: Store) -> Play:
    """An office of one plan, where a chat speaks for the Văn phòng and one for Nội vụ."""
    office(store, SIXTH)
    run(store, SWITCHED_ON)
    play = Play(Conversation(store, COMPOSER), SWITCHED_ON)
    play.type("vp", f"dang ky {play.invite('VP')}")
    play.type("nv", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    return play


ASKED = """\
Nhiều kế hoạch cùng có việc 10. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: {} 06.10{}
1. Việc 06.10: Ban hành Kế hoạch truyền thông
2. Việc 07.10: Rà soát thủ tục hành chính
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.10: Ban hành Kế hoạch truyền thông] [2. Việc 07.10: Rà soát thủ tục hành chính]"""


def states(play: Play) -> dict[str, State]:
    """How each Occurrence of the Văn phòng stands, by plan and number."""
    with play.conversation.store.transaction() as session:
        facts = views.occurrences(session)
    return {f"{fact.task.plan.short}.{fact.task.number}": fact.state for fact in facts if fact.unit.code == "VP"}


def test_with_a_single_plan_nobody_is_asked(play: Play) -> None:
    play.type("vp", "xong 10")
    assert states(play) == {"06.10": State.DONE, "06.11": State.OPEN}


def test_a_number_of_two_plans_is_asked_for_and_nothing_is_changed(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    holds(play, f"vp: xong 10 số 12/KH-VP\n{ASKED.format('xong', ' số 12/KH-VP')}")
    holds(play, f"vp: ht 10\n{ASKED.format('ht', '')}")
    assert set(states(play).values()) == {State.OPEN}


def test_the_answer_may_be_its_number(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    play.type("vp", "xong 10 số 12/KH-VP")
    assert "số 12/KH-VP" in play.type("vp", "2").replies[0].text
    assert states(play) == {"06.10": State.OPEN, "06.11": State.OPEN, "07.10": State.DONE}


def test_a_tap_on_the_answer_says_it_with_all_that_was_typed(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    play.type("vp", "xong 10 số 12/KH-VP")
    receipt = play.press("vp", "2. Việc 07.10: Rà soát thủ tục hành chính").replies[0].text
    assert "số 12/KH-VP" in receipt
    assert states(play) == {"06.10": State.OPEN, "06.11": State.OPEN, "07.10": State.DONE}


@pytest.mark.parametrize("typed", ["xong 06.10", "Xong 6.10 số 12/KH-VP", "xong việc 06.10", "xong06.10"])
def test_the_plan_may_be_typed_before_the_number(play: Play, typed: str) -> None:
    switch_on(play.conversation.store, SEVENTH)
    play.type("vp", typed)
    assert states(play) == {"06.10": State.DONE, "06.11": State.OPEN, "07.10": State.OPEN}


def test_a_number_of_one_plan_alone_is_not_asked_for(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    play.type("vp", "xong 11")
    assert states(play)["06.11"] is State.DONE


def test_what_another_unit_leads_in_the_other_plan_is_not_asked_for(play: Play) -> None:
    switch_on(play.conversation.store, replace(SEVENTH, number="08/KH-UBND"))
    switch_on(play.conversation.store, replace(draft(task("11", lead="Phòng Nội vụ")), number="09/KH-UBND"))
    play.type("vp", "xong 11")
    assert states(play)["06.11"] is State.DONE


def test_of_several_numbers_only_the_doubtful_one_is_left_out(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    (answer,) = play.type("vp", "xong 10, 11").replies
    assert "Nhiều kế hoạch cùng có việc 10." in answer.text
    assert states(play) == {"06.10": State.OPEN, "06.11": State.DONE, "07.10": State.OPEN}


def test_taking_back_is_asked_for_as_well(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    play.type("vp", "xong 06.10")
    holds(play, f"vp: bao nham 10\n{ASKED.format('bao nham', '')}")
    play.type("vp", "bao nham 06.10")
    assert states(play)["06.10"] is State.OPEN


def test_a_plan_that_is_not_there_is_no_task(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    holds(play, "vp: xong 08.10\nKế hoạch không có việc 08.10. Để xem việc của đơn vị, gõ: viec")


def test_a_list_names_the_plan_of_a_number_that_several_have_and_of_no_other(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    (answer,) = play.type("vp", "viec").replies
    assert [label.label for label in answer.choices] == [
        "✅ Xong việc 06.10",
        "✅ Xong việc 11",
        "✅ Xong việc 07.10",
    ]
    assert "Việc 11: Mở chuyên mục" in answer.text
    (card,) = play.type("vp", "viec 07.10").replies
    assert card.title == "VIỆC 07.10 – Kế hoạch số 07/KH-UBND"


def test_noi_vu_may_name_the_plan_too(play: Play) -> None:
    switch_on(play.conversation.store, SEVENTH)
    assert len(play.type("nv", "tinh hinh 10").replies) == 2
    assert len(play.type("nv", "tinh hinh 07.10").replies) == 1
