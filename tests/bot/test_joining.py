"""Joining by a code: however it is pasted, and in the right chat."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlmodel import select

from bot.commands import menu
from bot.talk import Incoming
from data.kinds import Role
from data.model import Change
from data.people.chats import TRIES
from data.talk import Speaker
from locales import words_for
from tests.bot.dialogues import Play

PASTED = ["dang ky “{}”", 'dang ky "{}".', "dang ky [{}]", "dang ky mã mời: {}", "“{}”", "{}.", "mã mời: {}",
          "mã của mình là {}", "/start {}", "dang_ky ({})"]  # fmt: skip


def wrong_tries(play: Play) -> int:
    """How many codes have been counted as wrong."""
    with play.conversation.store.transaction() as session:
        return len(session.exec(select(Change).where(Change.action == "wrong_code")).all())


@pytest.mark.parametrize("chat", ["lan", "nhom/lan"])
@pytest.mark.parametrize("pasted", PASTED)
def test_a_code_is_read_however_it_is_pasted(play: Play, chat: str, pasted: str) -> None:
    said = play.type(chat, pasted.format(play.invite("P-LL"))).replies[0].text
    assert said.startswith("Đã kết nối cuộc trò chuyện này với UBND phường Lê Lợi, vai trò: cán bộ đầu mối.")
    assert wrong_tries(play) == 0


def test_talk_in_a_group_that_looks_like_a_code_is_left_alone(play: Play) -> None:
    assert play.type("nhom/lan", "xe 29C23456 đón ở cổng").replies == ()
    assert play.type("nhom/lan", "đăng ký xe 29 chỗ nhé").replies == ()
    assert wrong_tries(play) == 0


@pytest.mark.parametrize("role", [Role.LEADER, Role.HEAD])
@pytest.mark.parametrize("pasted", ["/dang_ky {}", "{}"])
def test_the_code_of_one_person_joins_no_group(play: Play, role: Role, pasted: str) -> None:
    code = play.invite("VP", role)
    assert play.type("nhom/lan", pasted.format(code)).replies[0].text == (
        "Mã này dùng trong tin nhắn riêng của người được mời, không dùng trong nhóm, nên chưa kết nối nhóm này."
        " Mã vẫn còn hiệu lực; đề nghị đồng chí gõ trong tin nhắn riêng với hệ thống."
    )
    assert play.type("nhom/lan", "/viec").replies[0].text.startswith("Cuộc trò chuyện này chưa được kết nối")
    assert play.type("lan", pasted.format(code)).replies[0].text.startswith("Đã kết nối cuộc trò chuyện này với Văn")
    assert wrong_tries(play) == 0


@pytest.mark.parametrize("chats", [1, 12])
def test_wrong_codes_that_come_at_once_count_as_one_after_the_other(play: Play, chats: int) -> None:
    tries = 12
    begun = Barrier(tries)

    def attempt(number: int) -> str:
        begun.wait()
        speaker = Speaker("local", f"chat-{number % chats}", "stranger", "Nguyễn Văn B")
        said = play.conversation.hear(Incoming(f"at-once-{number}", speaker, f"dang ky ABCD23{number:02}"), play.now)
        return said.replies[0].text.partition(".")[0]

    with ThreadPoolExecutor(tries) as pool:
        said = Counter(pool.map(attempt, range(tries)))
    assert sorted(said.values()) == [TRIES, tries - TRIES]
    assert wrong_tries(play) == TRIES


def test_after_what_sets_up_a_chat_its_menu_is_what_may_be_typed_there(play: Play) -> None:
    said = (f"dang ky {play.invite('P-LL')}", "viec", "ngon ngu en", "ngon ngu vi")
    menus = [play.type("lan", each).menu for each in said]
    vietnamese, english = (
        tuple(menu(words_for(locale, "Phòng Nội vụ"), frozenset({Role.OFFICER}))) for locale in ("vi", "en")
    )
    assert menus == [vietnamese, None, english, vietnamese]
