"""What in a note backs a report: numbers of documents and links."""

from datetime import date

import pytest

from data.typed.cited import beside_evidence, evidence_in


@pytest.mark.parametrize(
    ("note", "evidence"),
    [
        ("", ()),
        ("đã làm xong", ()),
        ("số 12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("so 7/kh-vp", (("document", "số 7/KH-VP"),)),
        ("7/kh-vp ngay 5/2/2023", (("document", "số 7/KH-VP ngày 5/2/2023"),)),
        ("theo cv 12/vp", (("document", "công văn số 12/VP"),)),
        ("15-CV/TU", (("document", "số 15-CV/TU"),)),
        ("Kế hoạch số 15-KH/TU ngày 05/02/2023", (("document", "kế hoạch số 15-KH/TU ngày 05/02/2023"),)),
        ("5/thang", ()),
        ("đã gửi 12/KH-VHTT.", (("document", "số 12/KH-VHTT"),)),
        ("số 12/KH-VHTT ngày 05/02/2023", (("document", "số 12/KH-VHTT ngày 05/02/2023"),)),
        ("so 12/KH-VHTT ngay 5/2/2023", (("document", "số 12/KH-VHTT ngày 5/2/2023"),)),
        ("Số 34 / QĐ - UBND  ngày  05/02/2023, gửi rồi", (("document", "số 34/QĐ-UBND ngày 05/02/2023"),)),
        ("số 1521/2020/QĐ-TTg", (("document", "số 1521/2020/QĐ-TTg"),)),
        ("số 5/BC-TC&KH và 6/TTr-UBND", (("document", "số 5/BC-TC&KH"), ("document", "số 6/TTr-UBND"))),
        ("3 tin, 2 bài trong tháng 1/2023 ngày 05/02/2023", ()),
        ("https://hungyen.gov.vn/a?b=1", (("link", "https://hungyen.gov.vn/a?b=1"),)),
        ("bài ở (https://hungyen.gov.vn/12/KH-X), xin báo", (("link", "https://hungyen.gov.vn/12/KH-X"),)),
        ("công văn số 31/VP-KSTTHC ngày 15/02/2023", (("document", "công văn số 31/VP-KSTTHC ngày 15/02/2023"),)),
        ("đã gửi to trinh so 4/TTr-VP", (("document", "tờ trình số 4/TTr-VP"),)),
        ("văn bản số 4/CV-VP", (("document", "số 4/CV-VP"),)),
        ("http://a.vn/1. Số 7/BC-VP", (("link", "http://a.vn/1"), ("document", "số 7/BC-VP"))),
    ],
)
def test_document_numbers_and_links_are_evidence(note: str, evidence: tuple[tuple[str, str], ...]) -> None:
    assert evidence_in(note) == evidence


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("đã mở 03 lớp", "đã mở 03 lớp"),
        ("số 25/KH-NV ngày 18/04/2023, đã mở 03 lớp", "đã mở 03 lớp"),
        ("đã mở 03 lớp, báo cáo số 5/BC-NV.", "đã mở 03 lớp"),
        ("số 12/KH-VP ngày 14/02/2023, công văn số 31/VP-KSTTHC ngày 15/02/2023", ""),
        ("số 5/BC-TCKH và 6/TTr-UBND", ""),
        ("đã ban hành kế hoạch số 12/KH-VP", "đã ban hành kế hoạch"),
        ("văn bản số 12/KH-VP hướng dẫn các phường", "văn bản số 12/KH-VP hướng dẫn các phường"),
        ("1/" + "A-" * 1_900 + "! gửi", "1/" + "A-" * 1_900 + "! gửi"),
    ],
)
def test_what_a_note_says_beside_its_evidence(note: str, said: str) -> None:
    assert beside_evidence(note) == said


@pytest.mark.parametrize(
    ("note", "value"),
    [
        ("số 7/BC-VP ngày 6/3", "số 7/BC-VP ngày 06/03/2023"),
        ("so 15/KH-UBND ngay 30-1", "số 15/KH-UBND ngày 30/01/2023"),
        ("số 3/KH-VP (ngày 6.3)", "số 3/KH-VP ngày 06/03/2023"),
        ("số 3/KH-VP ngày 6/3/23", "số 3/KH-VP ngày 06/03/2023"),
        ("số 3/KH-VP ngày 30 tháng 1 năm 2023", "số 3/KH-VP ngày 30/01/2023"),
        ("số 3/KH-VP ngày 28/12", "số 3/KH-VP ngày 28/12/2022"),
        ("số 3/KH-VP ngày 5/2/2021", "số 3/KH-VP ngày 5/2/2021"),
        ("số 3/KH-VP ngày 31/2", "số 3/KH-VP"),
    ],
)
def test_the_date_of_a_document_without_its_year(note: str, value: str) -> None:
    assert evidence_in(note, date(2023, 3, 12)) == (("document", value),)
    assert beside_evidence(f"{note} ạ") == ""
