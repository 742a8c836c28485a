"""Letters for a terminal that has but ASCII, and writing to where nobody reads."""

import codecs
import os

import pytest

from bot.shell.printing import Outlet, plainly


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Tạo 15 · Sửa 0 – “Đồng Nai” → đã đọc…", 'Tao 15 - Sua 0 - "Dong Nai" -> da doc...'),
        ("✓ Cấu hình ✗", "+ Cau hinh x"),
        ("日本 �", "?? ?"),
    ],
)
def test_letters_without_accents(text: str, written: str) -> None:
    codecs.register_error("plainly", plainly)
    assert text.encode("ascii", "plainly").decode("ascii") == written


def test_what_nobody_reads_is_lost_and_the_work_goes_on() -> None:
    reading, writing = os.pipe()
    outlet = Outlet(writing)
    assert outlet.write(b"a") == 1
    os.close(reading)
    assert [outlet.write(b"bcd"), outlet.write(b"e")] == [3, 1]
    assert (type(outlet.fault), outlet.trouble) == (BrokenPipeError, None)
    os.close(writing)
    closed = Outlet(writing)
    assert (closed.write(b"x"), closed.trouble) == (1, "Bad file descriptor")
