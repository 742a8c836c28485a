"""Lines that ask and lines that tell, as they follow a command or stand alone."""

import pytest

from data.typed.asking import asks


@pytest.mark.parametrize(
    "text",
    [
        "1 chưa em?",
        "12 chưa?",
        "1 chưa em",
        "1 chua",
        "việc 12 chưa ạ",
        "13 dung khong?",
        "13 đúng không em",
        "13 a?",
        "13 gì không em",
        "13 có vướng gì không",
        "13 den dau roi?",
        "13 đến đâu rồi",
        "10 hay chưa",
        "10 phải không ạ",
        "10 thế nào rồi",
        "10 ra sao",
        "10 la bao gio",
        "10 còn gì",
        "12?",
        "?",
        "10 đã gửi. Có cần bản giấy không?",
        "tại sao việc 10 quá hạn",
        "việc 12 xong chưa ạ!",
    ],
)
def test_it_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "10 rồi nhé",
        "10 số 12/KH-VP",
        "10 https://hungyen.gov.vn/tin?id=5",
        "10 chưa có kinh phí",
        "10 chưa xong phần dự thảo",
        "12 không có tin bài",
        "13 vướng mắc: không",
        "13 kho khan: khong",
        "13 không có gì",
        "13 chua co gi",
        "13 chưa phát sinh",
        "10 đã gửi em nhé",
        "10 ai cũng đã ký",
        "sao y bản chính",
        "1 3 tin 2 bài",
        # Behind "chưa" these are no courtesy.
        "10 chưa được ạ",
        "10 chưa thấy em ạ",
        "10 bản giấy chưa tới",
    ],
)
def test_it_tells(text: str) -> None:
    assert not asks(text)
