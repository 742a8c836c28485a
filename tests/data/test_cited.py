"""What in a note backs a report: numbers of documents and links."""

import pytest

from data.cited import evidence_in


@pytest.mark.parametrize(
    ("note", "evidence"),
    [
        ("", ()),
        ("đã làm xong", ()),
        ("số 12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("12/KH-VHTT", (("document", "số 12/KH-VHTT"),)),
        ("đã gửi 12/KH-VHTT.", (("document", "số 12/KH-VHTT"),)),
        ("số 12/KH-VHTT ngày 05/02/2023", (("document", "số 12/KH-VHTT ngày 05/02/2023"),)),
        ("so 12/KH-VHTT ngay 5/2/2023", (("document", "số 12/KH-VHTT ngày 5/2/2023"),)),
        ("Số 34 / QĐ - UBND  ngày  05/02/2023, gửi rồi", (("document", "số 34/QĐ-UBND ngày 05/02/2023"),)),
        ("số 1521/2020/QĐ-TTg", (("document", "số 1521/2020/QĐ-TTg"),)),
        ("số 5/BC-TC&KH và 6/TTr-UBND", (("document", "số 5/BC-TC&KH"), ("document", "số 6/TTr-UBND"))),
        ("3 tin, 2 bài trong tháng 1/2023 ngày 05/02/2023", ()),
        ("https://hungyen.gov.vn/a?b=1", (("link", "https://hungyen.gov.vn/a?b=1"),)),
        ("bài ở (https://hungyen.gov.vn/12/KH-X), xin báo", (("link", "https://hungyen.gov.vn/12/KH-X"),)),
        ("http://a.vn/1. Số 7/BC-VP", (("link", "http://a.vn/1"), ("document", "số 7/BC-VP"))),
    ],
)
def test_document_numbers_and_links_are_evidence(note: str, evidence: tuple[tuple[str, str], ...]) -> None:
    assert evidence_in(note) == evidence
