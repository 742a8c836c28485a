"""Which texts carry a mark of state secrets."""

import unicodedata

import pytest

from data.secrecy import is_marked

MARKED = [
    "MẬT",
    "xong 10 văn bản MẬT số 05/BC-VP",
    "xong 10 báo cáo (MẬT)",
    "Độ mật: TỐI MẬT",
    "TUYỆT MẬT: phương án 02",
    "tuyệt đối TUYỆT  MẬT",
    "TỐI\nMẬT",
    "bao_cao_MẬT.docx",
    "BÁO CÁO TỐI MẬT VỀ BẢO MẬT",
    "XONG 10 TÀI LIỆU MẬT",
    unicodedata.normalize("NFD", "xong 10 TỐI MẬT"),
]
NOT_MARKED = [
    "",
    "xong 10 tập huấn bảo mật",
    "đổi mật khẩu",
    "xong 10 mat",
    "MAT",
    "Mật ong Hưng Yên",
    "tối mật",
    "XONG 10 TẬP HUẤN BẢO MẬT THÔNG TIN",
    "XONG 10 ĐỔI MẬT KHẨU",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    unicodedata.normalize("NFD", "AN TOÀN, BẢO MẬT"),
    "MẬTTT",
]


@pytest.mark.parametrize("text", MARKED)
def test_a_mark_is_seen(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", NOT_MARKED)
def test_other_words_are_no_mark(text: str) -> None:
    assert not is_marked(text)
