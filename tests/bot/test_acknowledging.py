"""What is acknowledged: the very message answered or tapped, for the unit that received it."""

import pytest

from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of


@pytest.fixture
def sent(play: Play) -> Sent:
    """The office after its first two digests."""
    channel = Sent()
    for day in ("2023-01-11", "2023-01-17"):
        morning_of(play, channel, day)
    return channel


def first_to(sent: Sent, chat: str) -> str:
    return next(ref for ref, (chat_id, _) in sent.messages.items() if chat_id == chat)


@pytest.mark.parametrize(("text", "how"), [("da nhan", "tapped"), ("ok", "answered"), ("đã nhận", "answered")])
def test_the_message_tapped_or_answered_is_the_one(play: Play, sent: Sent, text: str, how: str) -> None:
    said = play.type("VP", text, **{how: first_to(sent, "VP")}).replies[0].text
    assert said.startswith("Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 11/01/2023 (")
    assert "đã nhận" in play.type("noi-vu", "nhat ky 11").replies[0].text


def test_in_a_group_too_whatever_the_day(play: Play, sent: Sent) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('TUPHAP')}")
    morning_of(play, sent, "2023-03-07")
    morning = first_to(sent, "nhom")
    morning_of(play, sent, "2023-03-14")
    play.script("@ 2023-03-15 09:00")
    assert "ngày 07/03/2023" in play.type("nhom/lan", "ok", answered=morning, addressed=True).replies[0].text


def test_who_supports_a_task_acknowledges_for_itself(play: Play, sent: Sent) -> None:
    play.type("VP", "da nhan", tapped=first_to(sent, "VP"))
    assert play.type("noi-vu", "nhat ky 9").replies[0].text.splitlines()[-1] == (
        "• 07:30 ngày 17/01/2023, đ/c Nguyễn Văn A (Văn phòng HĐND-UBND thành phố): báo đã nhận tin (phối hợp)"
    )


def test_two_units_of_one_chat_acknowledge_each_its_own(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('P-QT')}")
    for unit in ("P-QT", "P-HN"):
        play.type("chung/lan", f"/dang_ky {play.invite(unit)}")
    channel = Sent()
    morning_of(play, channel, "2023-03-07")
    (_, digest), *_ = [each for each in channel.messages.values() if each[0] == "chung"]
    labels = [choice.label for choice in digest.choices]
    assert len(labels) == len(set(labels))
    assert "✅ Xong việc 1 – P-QT" in labels
    play.type("chung/lan", "da nhan")
    trail = play.type("noi-vu", "nhat ky 1").replies[0].text
    assert "phối hợp" not in trail
    assert "UBND phường Quang Trung" in trail
    assert "UBND phường Hiến Nam" in trail
