"""The kit of words: folding, tokens with their places, the cursor, numbers in words, courtesy and slips."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.words import (
    COURTESY,
    ENDINGS,
    SOFTENERS,
    Cursor,
    Token,
    alternatives,
    fold,
    is_slip,
    number_of,
    opened_by,
    phrases,
    rule,
    tokens_of,
)


def walk(text: str, at: int = 0) -> Cursor[Token]:
    return Cursor(tokens_of(text), at)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Phòng Nội vụ", "phong noi vu"),
        ("  ĐÔN   đốc\n12 ", "don doc 12"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân phường Lê Lợi"), "uy ban nhan dan phuong le loi"),
        ("số 12/KH-VHTT", "so 12/kh-vhtt"),
        ("TN&MT", "tn&mt"),
        ("", ""),
        (" \t\n", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Xong 10, đã gửi", [(0, 4, "xong", None), (5, 7, "10", 10), (7, 8, ",", None), (9, 11, "da", None),
                             (12, 15, "gui", None)]),
        ("hai tháng", [(0, 3, "hai", 2), (4, 9, "thang", None)]),
        ("số 12/KH", [(0, 2, "so", None), (3, 5, "12", 12), (5, 6, "/", None), (6, 8, "kh", None)]),
        ("T6_a", [(0, 1, "t", None), (1, 2, "6", 6), (2, 3, "_", None), (3, 4, "a", None)]),
        ("1234567890", [(0, 10, "1234567890", None)]),
        ("", []),
    ],
)  # fmt: skip
def test_tokens_keep_their_places(text: str, tokens: list[tuple[int, int, str, int | None]]) -> None:
    assert [tuple(token) for token in tokens_of(text) if token.word] == tokens


def test_places_are_those_of_the_composed_text() -> None:
    text = unicodedata.normalize("NFD", "đã gửi số 5")
    last = [token for token in tokens_of(text) if token.word][-1]
    assert unicodedata.normalize("NFC", text)[last.start : last.end] == "5"


@pytest.mark.parametrize(
    ("word", "accented", "number"),
    [
        ("12", True, 12),
        ("Hai", True, 2),
        ("bẩy", True, 7),
        ("sau", True, None),
        ("sau", False, None),
        ("muoi", False, 10),
        ("muoi", True, None),
        ("năm", True, None),
        ("1" * 5000, True, None),
    ],
)
def test_numbers_in_words(word: str, *, accented: bool, number: int | None) -> None:
    assert number_of(word, accented=accented) == number


@pytest.mark.parametrize(
    ("text", "top", "number", "at"),
    [
        ("12 tin", 12, 12, 1),
        ("13 tin", 12, None, 0),
        ("0 tin", 12, None, 0),
        ("mười hai tháng", 12, 12, 2),
        ("mười một", 12, 11, 2),
        ("mười tháng", 12, 10, 1),
        ("mười ba", 12, 10, 1),
        ("mười hai", 11, None, 0),
        ("10 hai", 12, 10, 1),
        ("tin", 12, None, 0),
        ("", 12, None, 0),
    ],
)
def test_a_small_number_is_taken(text: str, top: int, number: int | None, at: int) -> None:
    cursor = walk(text)
    assert (cursor.small(top), cursor.at) == (number, at)


@pytest.mark.parametrize(
    ("text", "taken", "at"),
    [
        ("trong khoảng tháng 3", "trong", 1),  # written first
        ("đến hết ngày", "den het", 2),
        ("đến ngày", "den", 1),
        ("đầu", None, 0),
        ("", None, 0),
    ],
)
def test_the_phrase_written_first_is_taken(text: str, taken: str | None, at: int) -> None:
    table = phrases("trong", "trong khoang", "den het", "den")
    cursor = walk(text)
    assert (cursor.phrase(table), cursor.at) == (taken, at)
    cursor = walk(text)
    assert (cursor.take("trong", "trong khoang", "den het", "den"), cursor.at) == (taken, at)


def test_looking_does_not_move() -> None:
    cursor = walk("đến hết tháng 6", 1)
    assert (cursor.word, cursor.near(-1).word, cursor.near(1).word, cursor.near(2).number) == ("het", "den", "thang", 6)
    assert (cursor.ahead(2).small(12), cursor.sees("het thang"), cursor.sees("den"), cursor.at) == (6, True, False, 1)
    assert (walk("đến").near(-1).word, walk("đến").near(9).word) == ("", "")


@rule
def month(cursor: Cursor[Token], top: int) -> int | None:
    return cursor.small(top) if cursor.take("thang") else None


def test_a_rule_that_comes_to_nothing_leaves_the_cursor_where_it_stood() -> None:
    cursor = walk("tháng 6 tháng 13")
    assert (month(cursor, 12), cursor.at) == (6, 2)
    assert (month(cursor, top=12), cursor.at) == (None, 2)
    assert (cursor.next().word, cursor.at) == ("thang", 3)


@opened_by(("thang", ""))
def in_month(cursor: Cursor[Token]) -> int | None:
    return cursor.next().number or cursor.small(12)


def test_a_rule_is_tried_where_its_first_word_stands_alone() -> None:
    cursor = walk("tháng 6 quý 2 tháng quý")
    assert (in_month(cursor), cursor.at) == (6, 2)
    assert (in_month(cursor), cursor.at) == (None, 2)
    cursor.at = 4
    assert (in_month(cursor), cursor.at) == (None, 4)
    cursor.at = 6
    assert (in_month(cursor), cursor.at) == (None, 6)


def test_words_of_courtesy_are_folded_and_listed_once() -> None:
    assert [word for word in COURTESY if fold(word) != word] == []
    assert len(COURTESY) == len(set(COURTESY))
    assert set(SOFTENERS) < set(ENDINGS) < set(COURTESY)


def test_the_longer_alternative_comes_first() -> None:
    assert alternatives(("a", "cac dong chi", "dong chi", "a+")) == r"cac dong chi|dong chi|a\+|a"


@pytest.mark.parametrize(
    ("typed", "word", "slip"),
    [
        ("xong", "xong", True),
        ("xogn", "xong", True),  # two the wrong way round
        ("xomg", "xong", True),  # one wrong
        ("xng", "xong", True),  # one missing
        ("xoong", "xong", True),  # one too many
        ("xngo", "xong", False),
        ("xo", "xong", False),
        ("", "a", True),
        ("gia ham", "gia han", True),
    ],
)
def test_slips(typed: str, word: str, *, slip: bool) -> None:
    assert is_slip(typed, word) is slip
