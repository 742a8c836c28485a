"""A sign under a message of ours: a reminder is received by it, and nothing is answered."""

import pytest

from bot.talk import REACTED, Answer
from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of

ACKNOWLEDGED = "báo đã nhận tin"


@pytest.fixture
def sent(play: Play) -> Sent:
    """The office after its first two digests."""
    channel = Sent()
    for day in ("2023-01-11", "2023-01-17"):
        morning_of(play, channel, day)
    return channel


def first_to(sent: Sent, chat: str) -> str:
    return next(ref for ref, (chat_id, _) in sent.messages.items() if chat_id == chat)


def reacts(play: Play, chat: str, ref: str) -> Answer:
    return play.type(chat, "", tapped=ref, other=REACTED)


def trail(play: Play, number: str) -> str:
    return play.type("noi-vu", f"nhat ky {number}").replies[0].text


def test_a_sign_under_a_reminder_receives_it_without_a_word(play: Play, sent: Sent) -> None:
    assert reacts(play, "VP", first_to(sent, "VP")) == Answer()
    assert ACKNOWLEDGED in trail(play, "11")
    assert "phối hợp" in trail(play, "9").splitlines()[-1]


def test_twice_on_one_day_is_once_on_record_and_the_button_still_answers(play: Play, sent: Sent) -> None:
    digest = first_to(sent, "VP")
    for _ in range(2):
        reacts(play, "VP", digest)
    assert play.type("VP", "da nhan", tapped=digest).replies[0].text.startswith("Đã ghi nhận đồng chí nhận được")
    assert trail(play, "11").count(ACKNOWLEDGED) == 1


def test_under_what_is_no_reminder_of_this_chat_it_is_nothing(play: Play, sent: Sent) -> None:
    before = trail(play, "11")
    digest = first_to(sent, "VP")
    said = [
        reacts(play, "VP", "m999"),
        reacts(play, "P-LL", digest),
        reacts(play, "nobody", digest),
        reacts(play, "noi-vu", first_to(sent, "noi-vu")),
    ]
    assert said == [Answer()] * 4
    assert trail(play, "11") == before


def test_in_a_group_whoever_shows_their_name_receives_for_the_unit(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('TUPHAP')}")
    channel = Sent()
    morning_of(play, channel, "2023-03-07")
    digest = channel.last("nhom")
    number = channel.messages[digest][1].choices[0].act.tasks[0]
    assert reacts(play, "nhom/an-danh", digest) == Answer()
    assert ACKNOWLEDGED not in trail(play, number)
    assert reacts(play, "nhom/minh", digest) == Answer()
    assert "đ/c Lê Văn Minh" in trail(play, number)


def test_a_broadcast_and_a_notice_are_received_too(play: Play) -> None:
    play.type("noi-vu", "thong bao VP: họp giao ban lúc 8 giờ")
    play.press("noi-vu", play.buttons["noi-vu"][0].label)
    channel = Sent()
    morning_of(play, channel, "2023-01-11")
    told = [ref for ref, (chat, said) in channel.messages.items() if chat == "VP" and "họp giao ban" in said.text]
    assert [reacts(play, "VP", ref) for ref in told] == [Answer()]
