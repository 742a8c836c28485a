"""Pictures, particles and marks that nobody sees are no result: they never stand in a report, and hide no command."""

import pytest
from sqlmodel import col, select

from data.model import Change, Confirmation
from tests.bot.dialogues import Play

# What is typed: what the report says, None where none is made.
NOTES = [
    ("xong 12 👍", ""),
    ("xong 12 👍🏽", ""),
    ("xong 12 ❤️", ""),
    ("xong 12 👨‍💻", ""),
    ("xong 12 ✅ 🇻🇳", ""),
    ("xong 12 :D", ""),
    ("xong 12 ^^", ""),
    ("xong 12 ạ", ""),
    ("xong 12 nhé em 👍👍", ""),
    ("xong 12 dạ vâng ạ ❤", ""),
    ("xong 12 quý 1 ạ", ""),
    ("xong 12 quý 1 👍", ""),
    ("xong 12\u200b", ""),
    ("xong 12 \u2060\ufeff\u00ad", ""),
    ("xong\u200b 12", ""),
    ("\u200bxong 12 3\u200b tin", "3 tin"),
    ("xong 1️⃣2️⃣ 3 tin", "3 tin"),
    ("xong 12 👍 3 tin", "3 tin"),
    ("xong 12 3 tin 👍", "3 tin"),
    ("xong 12 3 tin ạ", "3 tin"),
    ("xong 12 3 tin nhé em ❤️", "3 tin"),
    ("xong 12 3 tin → Cổng TTĐT №1", "3 tin → Cổng TTĐT №1"),
    ("khong phat sinh 12 👍", ""),
    ("xong 10 số 15/KH-VP 👌", "số 15/KH-VP"),
    ("xong 10 ke hoach ạ", ""),
    ("vuong 12 👍", None),
    ("minh chung 12 👍", None),
    ("👍", None),
    ("👍 ạ", None),
]


@pytest.mark.parametrize(("typed", "note"), NOTES)
def test_what_a_report_says(play: Play, typed: str, note: str | None) -> None:
    play.type("VP", typed)
    with play.conversation.store.transaction() as session:
        reports = session.exec(select(Confirmation.note)).all()
        kept = session.exec(select(Change.after).where(col(Change.action).in_(("confirm", "difficulty")))).all()
    assert reports == ([] if note is None else [note])
    assert [after.get("note", "") for after in kept] == reports


def test_what_is_bare_is_completed_by_no_picture(play: Play) -> None:
    for typed in ("xong 12", "xong 12 👍", "xong 12 quý 1 ạ", "bo sung 12 👍", "minh chung 12 ạ"):
        play.type("VP", typed)
    with play.conversation.store.transaction() as session:
        assert session.exec(select(Confirmation.note)).all() == [""]
    assert "Kết quả: 3 tin." in play.type("VP", "xong 12 3 tin 👍").replies[0].text


def test_noi_vu_s_own_words_go_out_with_their_pictures(play: Play) -> None:
    assert "🎉" in play.type("noi-vu", "thong bao VP: chúc mừng năm mới 🎉").replies[0].text
