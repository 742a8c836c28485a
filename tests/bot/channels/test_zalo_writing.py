"""What Outgoing looks like on Zalo."""

import pytest

from bot.channels.house import Link
from bot.channels.splitting import utf16_units
from bot.channels.zalo.writing import LIMIT, Part, Picture, parts, pieces
from data.talk import Enclosed, Outgoing

PHOTO = Enclosed("anh.jpg", "evidence/1.jpg", "aa", "photo", "Việc 10: ảnh", "Ảnh của việc 10 ở Văn phòng.")
FILE = Enclosed("bao-cao.pdf", "evidence/2.pdf", "bb", "file", "Việc 10: báo cáo", "Báo cáo việc 10 ở Văn phòng.")
BARE = Enclosed("bang.xlsx", "evidence/3.xlsx", "cc", "file", "", "Bảng ở Văn phòng.")
GONE = Enclosed("cu.pdf", "evidence/gone.pdf", "dd", "file", "Cũ", "Tệp cũ không còn.")


def link(path: str, sha256: str, name: str) -> str | None:
    return None if "gone" in path else f"https://cchc.example.vn/t/{sha256}/{name}"


TITLES = [
    (Outgoing("NHẮC VIỆC", "Kính gửi\n• Việc 10"), (Part("NHẮC VIỆC\nKính gửi\n• Việc 10", 9),)),
    (Outgoing("", "Đã ghi nhận"), (Part("Đã ghi nhận"),)),
    (Outgoing("NHẮC VIỆC", ""), (Part("NHẮC VIỆC", 9),)),
    (Outgoing("✅ 🙂", "một"), (Part("✅ 🙂\nmột", 4),)),
    (Outgoing(" Việc ", "một\n"), (Part("Việc\nmột", 4),)),
    (Outgoing("", "*đậm* _nghiêng_ {red}đỏ{/red}"), (Part("*đậm* _nghiêng_ {red}đỏ{/red}"),)),
    (Outgoing("", " \n "), ()),
]


@pytest.mark.parametrize(("outgoing", "expected"), TITLES)
def test_title_and_words(outgoing: Outgoing, expected: tuple[Part, ...]) -> None:
    assert parts(outgoing) == expected


def test_as_zalo_takes_them() -> None:
    assert [Part("NHẮC VIỆC\nmột", 9).fields, Part("một").fields] == [
        {"text": "NHẮC VIỆC\nmột", "text_styles": [{"start": 0, "len": 9, "st": ["b"]}]},
        {"text": "một"},
    ]
    assert [Picture("https://a/b", "Việc 10", "").fields, Picture("https://a/b", " ", "").fields] == [
        {"photo": "https://a/b", "caption": "Việc 10"},
        {"photo": "https://a/b"},
    ]
    assert utf16_units(Picture("https://a/b", "🙂 " * LIMIT, "").fields["caption"]) <= LIMIT


def test_too_long_for_one_message_it_is_split_between_items_and_the_choices_stay_together() -> None:
    items = [f"• Việc {number}: {'báo cáo ' * 9}\n  hạn 31/01/2023" for number in range(1, 41)]
    choices = ["1. Xong việc 1", "2. Xong việc 2", "3. Đã nhận", "Đề nghị trả lời bằng số thứ tự."]

    made = parts(Outgoing("NHẮC VIỆC", "\n".join([*items, *choices])))

    assert [(part.text.partition(":")[0], part.bold) for part in made] == [
        ("NHẮC VIỆC\n• Việc 1", 9),
        ("• Việc 20", 0),
        ("• Việc 39", 0),
    ]
    assert "\n".join(part.text for part in made) == "\n".join(["NHẮC VIỆC", *items, *choices])
    assert made[-1].text.endswith("\n".join(choices))
    assert all(utf16_units(part.text) <= LIMIT for part in made)


FILES: list[tuple[str, Link | None, tuple[Part | Picture, ...]]] = [
    (
        "where we have no address files are said in words",
        None,
        (
            Part(
                "Việc 10\nẢnh của việc 10 ở Văn phòng.\nBáo cáo việc 10 ở Văn phòng.\nBảng ở Văn phòng.\nTệp cũ không còn."
            ),
        ),
    ),
    (
        "pictures go by their link, other files as a line that has it",
        link,
        (
            Part(
                "Việc 10\n"
                "Việc 10: báo cáo\n  https://cchc.example.vn/t/bb/bao-cao.pdf\n"
                "bang.xlsx\n  https://cchc.example.vn/t/cc/bang.xlsx\n"
                "Tệp cũ không còn."
            ),
            Picture(
                "https://cchc.example.vn/t/aa/anh.jpg",
                "Việc 10: ảnh",
                "Việc 10: ảnh\n  https://cchc.example.vn/t/aa/anh.jpg",
            ),
        ),
    ),
]


@pytest.mark.parametrize(("by", "expected"), [case[1:] for case in FILES], ids=[case[0] for case in FILES])
def test_files(by: Link | None, expected: tuple[Part | Picture, ...]) -> None:
    assert pieces(Outgoing("", "Việc 10", files=(PHOTO, FILE, BARE, GONE)), by) == expected
