"""Counts in notes, as officers write them."""

from data.lines.numbers import (
    Argument,
    Count,
    counts_in,
    first_number,
    is_count,
    is_number,
    numbers_within,
    read_argument,
    total,
    whole_numbers,
    without_numbers,
)
from tests.tables import differing


def test_what_a_note_counts() -> None:
    table = [
        ("3 tin 2 bài", (Count(3, "tin"), Count(2, "bài"))),
        ("3 tin 2 bai", (Count(3, "tin"), Count(2, "bài"))),
        ("02 phóng sự", (Count(2, "phóng sự"),)),
        ("15 tin, bài", (Count(15, "tin, bài"),)),
        ("15 tin bài", (Count(15, "tin, bài"),)),
        ("3 tin, 2 bài", (Count(3, "tin"), Count(2, "bài"))),
        ("03 tin; 02 bài; 01 phóng sự", (Count(3, "tin"), Count(2, "bài"), Count(1, "phóng sự"))),
        ("đã đăng 5 tin và thêm 2 tin", (Count(7, "tin"),)),
        ("1.200 lượt người nghe", (Count(1200, "lượt người"),)),
        ("2 lớp tập huấn, 80 người", (Count(2, "lớp tập huấn"), Count(80, "người"))),
        ("3TIN 2BÀI", (Count(3, "tin"), Count(2, "bài"))),
        ("số 12/BC-VP ngày 05/02/2023", ()),
        ("quý 1 có 4 tin", (Count(4, "tin"),)),
        ("12 tỉnh", ()),
        ("ngày 15/02 tin đã gửi", ()),
        ("2 bài/tháng", ()),
        ("0 tin", (Count(0, "tin"),)),
        ("đã đăng tin", ()),
        ("", ()),
    ]
    assert differing((note, counts_in(note), counts) for note, counts in table) == []


def test_notes_are_summed_by_kind() -> None:
    assert total(["3 tin 2 bài", "", "2 tin, 1 phóng sự", "01 bài"]) == (
        Count(5, "tin"),
        Count(3, "bài"),
        Count(1, "phóng sự"),
    )


def test_task_numbers_in_a_row() -> None:
    table = [
        ("", (), ""),
        ("10", ("10",), ""),
        ("12,13", ("12", "13"), ""),
        ("1, 12,13", ("1", "12", "13"), ""),
        ("1,12,13", ("1", "12", "13"), ""),
        ("1 12 13", ("1", "12", "13"), ""),
        ("1; 12 và 13", ("1", "12", "13"), ""),
        ("1 12 va 1", ("1", "12"), ""),
        ("việc 1; việc 12!", ("1", "12"), ""),
        ("nhiệm vụ số 10 và việc 12 em gửi", ("10", "12"), "em gửi"),
        ("12!", ("12",), ""),
        ("12?", ("12",), ""),
        ("#12", ("12",), ""),
        ("(10)", ("10",), ""),
        ("số 10", ("10",), ""),
        ("010", ("10",), ""),
        ("10\n11,,;", ("10", "11"), ""),
        ("06.10, 07.10 số 5/KH", ("06.10", "07.10"), "số 5/KH"),
        ("06/10", ("06.10",), ""),
        ("III.1.4 đã xong dự thảo", ("III.1.4",), "đã xong dự thảo"),
        ("06.III.1.4", ("06.III.1.4",), ""),
        ("12(1)", ("12(1)",), ""),
    ]
    assert (
        differing(
            ((text, numbers, note), read_argument(text), Argument(numbers, note)) for text, numbers, note in table
        )
        == []
    )


def test_what_is_no_number_of_a_task() -> None:
    table = [
        "abc",
        "-1",
        "12-13",
        "99999",
        "15/02/2023",
        "12/KH-VP",
        "10000000000000000000",
        "quý 1",
        "80%",
        "1.5.2023",
    ]
    assert differing((text, read_argument(text), Argument((), text)) for text in table) == []


def test_what_is_counted_is_no_task() -> None:
    table = [
        ("1 3 tin 2 bài", ("1",), "3 tin 2 bài"),
        ("1, 12 3 tin", ("1", "12"), "3 tin"),
        ("1 12 băng rôn", ("1",), "12 băng rôn"),
        ("1 12 bang ron", ("1",), "12 bang ron"),
        ("1 12 đại biểu tham dự", ("1",), "12 đại biểu tham dự"),
        ("1, 12 đại biểu tham dự", ("1",), "12 đại biểu tham dự"),
        ("4 13 chương trình", ("4",), "13 chương trình"),
        ("1 12 hội nghị, 30 người", ("1",), "12 hội nghị, 30 người"),
        ("1 1.200 lượt người nghe", ("1",), "1.200 lượt người nghe"),
        ("4 6 tháng đầu năm", ("4",), "6 tháng đầu năm"),
        ("4 1,5 triệu", ("4",), "1,5 triệu"),
        ("10 2 giờ", ("10",), "2 giờ"),
        ("10 12 5 văn bản", ("10", "12"), "5 văn bản"),
        ("3 tin 2 bài", (), "3 tin 2 bài"),
        ("02 phóng sự.", (), "02 phóng sự."),
        # One number with a sentence behind it is a task: the sentence may begin with anything.
        ("1 tin bài đã đăng", ("1",), "tin bài đã đăng"),
        ("10 người báo nghỉ ốm", ("10",), "người báo nghỉ ốm"),
        # Nothing is counted here.
        ("10, 12 đơn vị đã gửi", ("10", "12"), "đơn vị đã gửi"),
        ("10 12 văn bản số 5/KH-VP", ("10", "12"), "văn bản số 5/KH-VP"),
        ("10 12 ban hành rồi", ("10", "12"), "ban hành rồi"),
        ("12 13 to chuc hoi nghi", ("12", "13"), "to chuc hoi nghi"),
        ("10 12 ngày 5/2", ("10", "12"), "ngày 5/2"),
        ("12 thang 2", ("12",), "thang 2"),
        ("1, việc 12 bài đăng rồi", ("1", "12"), "bài đăng rồi"),
    ]
    assert (
        differing(
            ((text, numbers, note), read_argument(text), Argument(numbers, note)) for text, numbers, note in table
        )
        == []
    )


def test_the_note_is_kept_as_written_and_courtesy_is_none() -> None:
    table = [
        ("10 số 12/KH-VP", "số 12/KH-VP"),
        ("10: số 12/KH-VP", "số 12/KH-VP"),
        ("10 - số 12/KH-VP", "số 12/KH-VP"),
        ("10 số 12", "số 12"),
        ("10 -1 ngày", "-1 ngày"),
        ("10  hai  dòng\nchữ ", "hai  dòng\nchữ"),
        ("10 rồi nhé", ""),
        ("10 xong rồi mọi người nhé", ""),
        ("10 có", "có"),
        ("10 rồi", ""),
        ("10 nhe", ""),
        ("10 em ạ", ""),
        ("10 xong rồi ạ!", ""),
        ("10 rồi ạ, số 12/KH-VP", "số 12/KH-VP"),
        ("10 xong roi: 3 tin", "3 tin"),
        ("10 rồi sẽ bổ sung", "rồi sẽ bổ sung"),
        ("10 a Tuấn đã gửi", "a Tuấn đã gửi"),
        ("10 báo cáo", "báo cáo"),
    ]
    assert differing(((text, note), read_argument(text), Argument(("10",), note)) for text, note in table) == []


def test_all_that_is_said_behind_the_numbers() -> None:
    table = [
        ("10 rồi nhé", "rồi nhé"),
        ("10, 12: xong!", "xong!"),
        ("1 3 tin", "3 tin"),
        ("xong rồi", "xong rồi"),
        ("10", ""),
    ]
    assert differing((text, read_argument(text).behind, rest) for text, rest in table) == []


def test_the_first_number_and_whether_others_are_joined_to_it() -> None:
    table = [
        ("10 15/02 lý do", ("10", "15/02 lý do", False)),
        ("việc 10: 15 tháng 2", ("10", "15 tháng 2", False)),
        ("10 2 bài còn thiếu", ("10", "2 bài còn thiếu", False)),
        ("010, thiếu số", ("10", "thiếu số", False)),
        ("10,12 15/02", ("10", "12 15/02", True)),
        ("10 và 12", ("10", "và 12", True)),
        ("10 12 thiếu số", ("10", "12 thiếu số", False)),
        ("15/02 lý do", ("", "15/02 lý do", False)),
        ("lý do", ("", "lý do", False)),
        ("", ("", "", False)),
    ]
    assert differing((text, first_number(text), expected) for text, expected in table) == []


def test_a_count_at_the_beginning() -> None:
    table = [
        ("3 tin 2 bài", True),
        ("3 ngày", True),
        ("12 đại biểu", True),
        ("12 số 5/KH", False),
        ("tin", False),
        ("12", False),
        ("", False),
    ]
    assert differing((text, is_count(text), expected) for text, expected in table) == []


def test_a_word_that_is_a_number() -> None:
    table = [
        ("10", True),
        ("06.12", True),
        ("III.1.4", True),
        ("10a", False),
        ("P-LL", False),
        ("ii", False),
        ("", False),
    ]
    assert differing((word, is_number(word), expected) for word, expected in table) == []


def test_numbers_anywhere_in_a_line_and_the_line_without_them() -> None:
    table = [
        ("mai em nop viec 10 nhe", ["10"], "mai em nop nhe"),
        ("viec 10 va viec III.1.4 chua xong", ["10", "iii.1.4"], "va chua xong"),
        ("chua xong 10 a", ["10"], "chua a"),
        ("xong 10 tin", [], "xong 10 tin"),
        ("viec 2023-01-11", [], "viec 2023-01-11"),
    ]
    assert (
        differing(
            (line, (numbers_within(line.lower()), without_numbers(line)), (found, rest)) for line, found, rest in table
        )
        == []
    )


def test_questions_are_named_by_whole_numbers() -> None:
    table: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("", ()),
        ("4", ("4",)),
        ("3, 4 và 12", ("3", "4", "12")),
        ("9.10", ()),
        ("-1", ()),
        ("4a 5", ("5",)),
    )
    assert differing((text, whole_numbers(text), expected) for text, expected in table) == []
