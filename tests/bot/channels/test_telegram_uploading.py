"""How enclosed files go to Telegram: photos within its limits as photos, all else as documents, nothing unsendable."""

import pytest

from bot.channels.telegram.files import Upload, sides_of, uploads
from data.talk import Enclosed
from tests.bot.channels.pictures import jpeg, png

PHOTO = Enclosed("anh.jpg", "evidence/a.jpg", "", "photo", "1. anh.jpg", "không gửi được")
FILE = Enclosed("bao-cao.docx", "evidence/b.docx", "", "file", "2. bao-cao.docx", "không gửi được")
MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("content", "sides"),
    [
        (png(640, 480), (640, 480)),
        (jpeg(640, 480), (640, 480)),
        (jpeg(640, 480, before=b"\xff\xe1\x00\x06Exif" + b"\xff\xdb\x00\x04ab"), (640, 480)),
        (jpeg(640, 480, before=b"\xff\xff\xc4\x00\x04ab"), (640, 480)),
        (jpeg(640, 480)[:9], None),
        (b"\xff\xd8\xff\xda\x00\x02", None),
        (b"\xff\xd8\xff\xe0\x00\x00\xff\xe0\x00\x00", None),
        (b"\xff\xd8", None),
        (png(640, 480)[:20], None),
        (b"GIF89a\x01\x00\x01\x00", None),
        (b"", None),
    ],
)
def test_the_sides_of_a_picture(content: bytes, sides: tuple[int, int] | None) -> None:
    assert sides_of(content) == sides


@pytest.mark.parametrize(
    ("content", "as_photo"),
    [
        (jpeg(5000, 5000), True),
        (jpeg(5000, 5001), False),
        (jpeg(2000, 100), True),
        (jpeg(2001, 100), False),
        (jpeg(0, 0), False),
        (png(10, 10), True),
        (png(10, 10) + bytes(10 * MEGABYTE), False),
        (b"\xff\xd8\xff no picture", False),
        (b"<svg/>", False),
    ],
)
def test_what_qualifies_goes_as_a_photo_and_may_go_as_a_document(content: bytes, as_photo: bool) -> None:
    document = Upload("anh.jpg", "1. anh.jpg", content, as_photo=False)
    photo = Upload("anh.jpg", "1. anh.jpg", content, as_photo=True)
    assert uploads(PHOTO, content) == ((photo, document) if as_photo else (document,))


def test_a_file_goes_as_a_document_whatever_is_in_it() -> None:
    assert uploads(FILE, png(10, 10)) == (Upload("bao-cao.docx", "2. bao-cao.docx", png(10, 10), as_photo=False),)


@pytest.mark.parametrize("content", [None, b"", bytes(50 * MEGABYTE + 1)])
def test_what_cannot_be_sent_in_any_way(content: bytes | None) -> None:
    assert uploads(FILE, content) == ()
