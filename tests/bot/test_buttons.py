"""Buttons act for the unit, the Occurrence and the state they were made for; any other tap is answered, and no more."""

from dataclasses import replace

from sqlmodel import select

from data.facts import Seat
from data.kinds import State
from data.model import Change, Occurrence
from data.people import addressing
from data.refusals import AcceptedAlready, AlreadyDone, ButtonStale, Refusal
from data.talk import Act, Choice, line
from data.views import seating
from data.work import reporting
from tests.bot.dialogues import Play
from tests.building import owed

STALE = "Nút này đã cũ. Để xem việc hiện tại, gõ: viec"


def button(play: Play, chat: str, typed: str, label: str) -> Choice:
    """The button of that label under the answer to what is typed."""
    return next(choice for reply in play.type(chat, typed).replies for choice in reply.choices if choice.label == label)


def press(play: Play, chat: str, choice: Choice) -> str:
    """What is answered to a button pressed in a chat, whichever chat it was made for."""
    play.buttons[chat.partition("/")[0]] = (choice,)
    return "\n".join(reply.text for reply in play.press(chat, choice.label).replies)


def state_of(play: Play, number: str) -> State:
    with play.conversation.store.transaction() as session:
        return owed(session, number, "VP")[0].state


def set_state(play: Play, number: str, state: State) -> None:
    with play.conversation.store.transaction() as session:
        row = session.get_one(Occurrence, owed(session, number, "VP")[0].id)
        row.state = state


def seats_of(play: Play, chat: str) -> tuple[Seat, ...]:
    with play.conversation.store.transaction() as session:
        return seating.seats(session, addressing.addresses_of(session, "local", chat))


def test_a_button_leaves_the_house_with_the_state_it_was_made_for(play: Play) -> None:
    done = button(play, "VP", "viec 10", "✅ Xong việc 10")
    undo = button(play, "VP", "xong 10 số 12/KH-VP", "↩️ Báo nhầm việc 10")
    assert done.act == Act("xong", ("10",), occurrence_id=done.act.occurrence_id, state=State.OPEN)
    assert undo.act == Act("bao nham", ("10",), occurrence_id=done.act.occurrence_id, state=State.DONE)


def test_after_done_and_undone_the_first_button_is_right_again(play: Play) -> None:
    done = button(play, "VP", "viec 10", "✅ Xong việc 10")
    undo = button(play, "VP", "xong 10 số 12/KH-VP", "↩️ Báo nhầm việc 10")
    press(play, "VP", undo)
    assert state_of(play, "10") is State.OPEN
    press(play, "VP", done)
    assert state_of(play, "10") is State.DONE


def test_a_second_tap_says_what_the_first_did(play: Play) -> None:
    play.now = play.now.replace(day=12, hour=9)
    done = button(play, "VP", "viec 10", "✅ Xong việc 10")
    press(play, "VP", done)
    assert press(play, "VP", done) == "Việc 10 đã được báo lúc 09:30 ngày 12/01/2023. Nếu báo nhầm, gõ: bao nham 10"


def test_a_second_tap_on_taking_back_changes_nothing(play: Play) -> None:
    undo = button(play, "VP", "xong 10 số 12/KH-VP", "↩️ Báo nhầm việc 10")
    press(play, "VP", undo)
    assert press(play, "VP", undo) == STALE
    assert state_of(play, "10") is State.OPEN


def test_taking_back_after_it_was_accepted_says_so(play: Play) -> None:
    undo = button(play, "VP", "xong 10 số 12/KH-VP", "↩️ Báo nhầm việc 10")
    set_state(play, "10", State.ACCEPTED)
    said = "Báo cáo việc 10 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ."
    assert press(play, "VP", undo) == said
    assert state_of(play, "10") is State.ACCEPTED


NOT_JOINED = (
    "Cuộc trò chuyện này chưa được kết nối với đơn vị nào. Đề nghị đồng chí gõ mã mời do Phòng Nội vụ cấp, ví dụ:"
    " dang ky ABCD2345"
)
ELSEWHERE = [
    ("P-LL", STALE),
    ("noi-vu", STALE),
    ("lanh-dao", "“xong” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup"),
    ("stranger", NOT_JOINED),
    ("nhom/lan", NOT_JOINED),
]


def test_a_button_forwarded_to_another_chat_does_nothing(play: Play) -> None:
    done = button(play, "VP", "viec 10", "✅ Xong việc 10")
    assert [(chat, press(play, chat, done)) for chat, _ in ELSEWHERE] == ELSEWHERE
    assert state_of(play, "10") is State.OPEN


def test_nothing_else_is_looked_for_in_the_words_of_a_choice(play: Play) -> None:
    elsewhere = Choice("Trả lại", Act("tra lai", ("10",), text="việc 12 xong rồi ạ, mã ABCD2345"))
    barred = "“tra lai” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup"
    told = [("VP", barred), ("lanh-dao", barred), ("stranger", NOT_JOINED)]
    assert [(chat, press(play, chat, elsewhere)) for chat, _ in told] == told


def test_a_button_of_an_earlier_version_has_no_state_and_acts_by_its_command(play: Play) -> None:
    made_for = button(play, "VP", "viec 10", "✅ Xong việc 10").act.occurrence_id
    done = Choice("✅ Xong việc 10", line("xong 10", made_for))
    press(play, "VP", done)
    assert state_of(play, "10") is State.DONE
    assert press(play, "VP", done).startswith("Việc 10 đã được báo lúc")


def test_a_button_of_work_that_went_to_another_unit_does_nothing(play: Play) -> None:
    play.now = play.now.replace(month=3, day=7)
    open_one = button(play, "VHTT", "viec 3", "✅ Xong việc 3")
    undo = button(play, "TTVHTT", "xong 3 hai bài", "↩️ Báo nhầm việc 3")
    play.type("noi-vu", "don vi 3 thay KT dong y")
    before = changes(play)
    assert (press(play, "VHTT", open_one), press(play, "TTVHTT", undo)) == (STALE, STALE)
    assert press(play, "VHTT", Choice(open_one.label, replace(open_one.act, state=None))) == STALE
    assert changes(play) == before


def test_a_button_of_work_that_went_to_a_successor_does_nothing(play: Play) -> None:
    play.now = play.now.replace(month=3, day=7)
    own = button(play, "P-QT", "viec 12", "✅ Xong việc 12")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    before = changes(play)
    assert press(play, "P-QT", own) == STALE
    assert changes(play) == before


def changes(play: Play) -> int:
    with play.conversation.store.transaction() as session:
        return len(session.exec(select(Change)).all())


MADE_FOR = [
    # made for, stands now, what the unit's own chat is told
    (State.OPEN, State.OPEN, None),
    (State.OPEN, State.CLOSED, None),
    (State.CLOSED, State.OPEN, None),
    (State.OPEN, State.DONE, AlreadyDone),
    (State.OPEN, State.ACCEPTED, AlreadyDone),
    (State.CLOSED, State.DONE, AlreadyDone),
    (State.DONE, State.DONE, None),
    (State.DONE, State.OPEN, ButtonStale),
    (State.DONE, State.ACCEPTED, AcceptedAlready),
    (State.DONE, State.CLOSED, ButtonStale),
    (State.ACCEPTED, State.ACCEPTED, None),
    (State.ACCEPTED, State.OPEN, ButtonStale),
    (None, State.ACCEPTED, None),
]


def test_what_a_button_may_do_by_the_state_it_was_made_for(play: Play) -> None:
    play.type("VP", "xong 10 số 12/KH-VP")
    seats = seats_of(play, "VP")
    told: list[tuple[State | None, State, type[Refusal] | None]] = []
    for made_for, now, _ in MADE_FOR:
        set_state(play, "10", now)
        with play.conversation.store.transaction() as session:
            fact = owed(session, "10", "VP")[0]
            try:
                reporting.check_button(session, seats, fact.id, made_for)
            except Refusal as refused:
                told.append((made_for, now, type(refused)))
            else:
                told.append((made_for, now, None))
    assert told == MADE_FOR
