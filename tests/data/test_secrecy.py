"""Which texts carry a mark of state secrets."""

import unicodedata

import pytest

from data.secrecy import is_marked, is_marked_name, is_stamped, is_standing

MARKED = [
    "MẬT",
    "Mật.",
    "MAT",
    "xong 10 văn bản MẬT số 05/BC-VP",
    "xong 11 van ban MAT so 3",
    "gửi anh bản MAT nhé",
    "xong 10 báo cáo (MẬT)",
    "số 12/BC-VP (Mật)",
    "so 12/BC-VP (mat)",
    "xong 10 công văn mật số 3",
    "CONG VAN MAT SO 3",
    "Độ mật: TỐI MẬT",
    "độ mật: A",
    "đã đóng dấu mật",
    "TUYỆT MẬT: phương án 02",
    "tài liệu tuyệt mật",
    "TUYET MAT",
    "tuyet mat",
    "tối mật",
    "tuyệt đối TUYỆT  MẬT",
    "TỐI\nMẬT",
    "bao_cao_MẬT.docx",
    "bao_cao_MAT.docx",
    "TUYET-MAT.pdf",
    "BÁO CÁO TỐI MẬT VỀ BẢO MẬT",
    "XONG 10 TÀI LIỆU MẬT",
    unicodedata.normalize("NFD", "xong 10 TỐI MẬT"),
    "xong 12 báo cáo dấu Mật số 15/BC",
    "văn bản độ Mật",
    "bc mật",
    "van ban toi mat so 3",
    "xong 10 nội dung mật",
    "gửi bản mật cho anh",
    "xong 10 tai lieu mat",
    "tai lieu mat so 3",
    "dong dau mat",
    "M Ậ T",
    "xong 10 T Ố I  M Ậ T",
    "M.Ậ.T",
    "m-ậ-t",
    "TỐIMẬT",
    "TUYETMAT",
    "xong 10 văn bản M\u200bẬ\u00adT",
    "МẬТ",  # Cyrillic
    "ΜẬΤ",  # Greek
    "ＭẬＴ",
    "xong 10 văn bản 𝐌Ậ𝐓 số 5",
    "A" + "\u0323\u0301" * 3_000 + " MẬT",
]
NOT_MARKED = [
    "",
    "xong 10 tập huấn bảo mật",
    "đổi mật khẩu",
    "BẢO_MẬT.docx",
    "xong 10 mat",
    "van ban mat",
    "Mật ong Hưng Yên",
    "bí mật đời tư",
    "hồ sơ bí mật cá nhân",
    "mật độ dân số",
    "buổi tối mật độ xe cao",
    "tài liệu mật mã",
    "độ mật: không",
    "toi mat so dien thoai",
    "báo cáo mật độ dân số",
    "kế hoạch bảo mật",
    "ke hoach mat tran",
    "bao cao toi mat kha nhieu thoi gian",
    "XONG 10 TẬP HUẤN BẢO MẬT THÔNG TIN",
    "XONG 10 TAP HUAN BAO MAT",
    "XONG 10 ĐỔI MẬT KHẨU",
    "XONG 3 CO MAT DAY DU, RA MAT TO CONG NGHE",
    "GIAI PHONG MAT BANG",
    "UBND, MAT TRAN TO QUOC",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    unicodedata.normalize("NFD", "AN TOÀN, BẢO MẬT"),
    "MẬTTT",
    "tai lieu mat roi",
    "tài liệu bị mất",
    "noi dung mat so lieu",
    "bản mật mã",
    "nội dung bảo mật",
    "văn bản về mật độ",
    "hai bản, mật ong",
    "phòng A, M, T",
    "MẶT TRẬN",
]
MARKED_NAMES = ["mật 21.pdf", "KH_mật.docx", "toi mat.pdf", "tuyet_mat.docx", "BC-MẬT.pdf", "mật"]
OTHER_NAMES = ["bảo mật.pdf", "mật độ.xlsx", "mật khẩu wifi.docx", "mat bang.pdf", "toi mat the.jpg", "anh.jpg", ""]
STAMPED = ["MẬT", "Mật", "(TỐI MẬT)", "Độ mật: Mật", "TUYET MAT", "Tài liệu TUYỆT MẬT"]
STANDING = [
    "MẬT",
    "mật",
    "(Tối mật)",
    "Độ mật: Tuyệt mật",
    "TỐI MẬT  Bản số: 02",
    "TÀI LIỆU TUYỆT MẬT",
    "TOI MAT",
    "mËt",
    "TUYEÄT MAÄT",
    "T Ố I M Ậ T",
]
NOT_STANDING = [
    "MAT",
    "DANH MỤC TÀI LIỆU MẬT",
    "Văn bản mang độ mật Tối mật",
    "tài liệu mật",
    "Mật độ",
    "không mật",
    "Cần mật",
    "mật " * 50,
    "",
]
NOT_STAMPED = ["Không soạn thảo văn bản mật trên máy nối mạng", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Mật độ dân số", ""]


@pytest.mark.parametrize("line", STAMPED)
def test_a_stamp_on_a_document_is_seen(line: str) -> None:
    assert is_stamped(line)


@pytest.mark.parametrize("line", NOT_STAMPED)
def test_what_a_document_says_of_secrets_is_no_stamp(line: str) -> None:
    assert not is_stamped(line)


@pytest.mark.parametrize("line", STANDING)
def test_a_mark_that_stands_alone_is_seen_anywhere(line: str) -> None:
    assert is_standing(line)


@pytest.mark.parametrize("line", NOT_STANDING)
def test_further_on_only_what_is_nothing_else_is_a_mark(line: str) -> None:
    assert not is_standing(line)


@pytest.mark.parametrize("text", MARKED)
def test_a_mark_is_seen(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("name", MARKED_NAMES)
def test_a_name_that_says_so_is_a_mark(name: str) -> None:
    assert is_marked_name(name)


@pytest.mark.parametrize("name", OTHER_NAMES)
def test_other_names_are_no_mark(name: str) -> None:
    assert not is_marked_name(name)


@pytest.mark.parametrize("text", NOT_MARKED)
def test_other_words_are_no_mark(text: str) -> None:
    assert not is_marked(text)
