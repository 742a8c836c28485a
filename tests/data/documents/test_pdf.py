"""PDF files as offices make them: tables over pages, merged cells, rotated pages, scans."""

from itertools import pairwise
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from data.documents.document import Document, Row
from data.documents.formats import read_document
from data.refusals import DocumentUnreadable
from tests.data.documents.making import vietnamese_font

HEAD = ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"]
LEFTS = (40, 80, 280, 430, 550)
TALL = 20


@pytest.fixture
def canvas(tmp_path: Path) -> Canvas:
    made = Canvas(str(tmp_path / "plan.pdf"), pagesize=A4, invariant=1)
    made.setFont(vietnamese_font(), 10)
    return made


def read(canvas: Canvas, tmp_path: Path) -> Document:
    canvas.save()
    return read_document(tmp_path / "plan.pdf")


def draw_row(canvas: Canvas, top: float, texts: list[str], *, bordered: bool = True) -> None:
    for left, right, text in zip(LEFTS, LEFTS[1:], texts, strict=False):
        if bordered:
            canvas.rect(left, top - TALL, right - left, TALL)
        canvas.drawString(left + 3, top - 14, text)


def next_page(canvas: Canvas) -> None:
    canvas.showPage()
    canvas.setFont(vietnamese_font(), 10)


def test_a_row_cut_by_the_page_and_a_page_number_between(canvas: Canvas, tmp_path: Path) -> None:
    draw_row(canvas, 100, HEAD)
    draw_row(canvas, 80, ["1", "Tuyên truyền về", "Phòng Nội vụ", "Thường"])
    canvas.drawString(290, 20, "2")
    next_page(canvas)
    draw_row(canvas, 800, ["", "cải cách hành chính", "thành phố", "xuyên"])
    draw_row(canvas, 780, ["2", "Sơ kết", "Phòng Tư pháp", "Quý II"])
    assert read(canvas, tmp_path).rows == (
        Row("1", None, "Tuyên truyền về cải cách hành chính", "", "Phòng Nội vụ thành phố", "", "Thường xuyên", (), 2),
        Row("2", None, "Sơ kết", "", "Phòng Tư pháp", "", "Quý II", (), 4),
    )


def test_lines_drawn_as_thin_boxes_like_word_does(canvas: Canvas, tmp_path: Path) -> None:
    for place, texts in enumerate([HEAD, ["1", "Tuyên truyền", "Phòng Nội vụ", "Quý I"]]):
        top = 700 - place * TALL
        for left, right in pairwise(LEFTS):
            for box in ((left, top, right - left, 0.5), (left, top - TALL, right - left, 0.5)):
                canvas.rect(*box, stroke=0, fill=1)
            for x in (left, right):
                canvas.rect(x, top - TALL, 0.5, TALL, stroke=0, fill=1)
        draw_row(canvas, top, texts, bordered=False)
    assert [(row.number, row.title, row.lead, row.deadline) for row in read(canvas, tmp_path).rows] == [
        ("1", "Tuyên truyền", "Phòng Nội vụ", "Quý I"),
    ]


def test_merged_cells(canvas: Canvas, tmp_path: Path) -> None:
    draw_row(canvas, 700, HEAD)
    canvas.rect(LEFTS[0], 660, LEFTS[-1] - LEFTS[0], TALL)
    canvas.drawString(LEFTS[0] + 3, 666, "I. Thể chế")
    canvas.rect(LEFTS[0], 680, LEFTS[-1] - LEFTS[0], 0)
    for number, top in (("1", 660), ("2", 640)):
        for left, right, text in ((40, 80, number), (80, 280, f"Việc {number}"), (430, 550, "2026")):
            canvas.rect(left, top - TALL, right - left, TALL)
            canvas.drawString(left + 3, top - 14, text)
    canvas.rect(280, 620, 150, 40)
    canvas.drawString(283, 646, "Phòng Nội vụ")
    canvas.line(40, 680, 40, 660)
    canvas.line(550, 680, 550, 660)
    assert [(row.number, row.section, row.lead) for row in read(canvas, tmp_path).rows] == [
        ("1", "I. Thể chế", "Phòng Nội vụ"),
        ("2", "I. Thể chế", "Phòng Nội vụ"),
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_on_its_side(canvas: Canvas, tmp_path: Path, turn: int) -> None:
    width, height = A4
    canvas.setPageRotation(turn)
    # What is drawn is turned against the page, so that a reader sees it upright.
    canvas.translate(*{0: (0, 0), 90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
    canvas.rotate(turn)
    draw_row(canvas, 500, HEAD)
    draw_row(canvas, 480, ["1", "Sơ kết công tác", "Phòng Nội vụ", "Quý II"])
    assert [(row.number, row.title, row.lead) for row in read(canvas, tmp_path).rows] == [
        ("1", "Sơ kết công tác", "Phòng Nội vụ"),
    ]


def test_running_text_is_joined_over_lines_and_pages(canvas: Canvas, tmp_path: Path) -> None:
    begun = "- Theo dõi, đôn đốc các phòng, ban, đơn vị và Ủy ban nhân dân các phường, xã xây"
    text = [
        "III. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Nội vụ",
        begun,
        "dựng kế hoạch; tổng hợp báo cáo.",
        "- Chủ trì kiểm tra công tác cải cách hành chính tại các phường, xã trên địa bàn và tại",
    ]
    for place, line in enumerate(text):
        canvas.drawString(60, 120 - place * 14, line)
    next_page(canvas)
    canvas.drawString(60, 800, "các phòng, ban.")
    draw_row(canvas, 700, HEAD)
    draw_row(canvas, 680, ["1", "Sơ kết", "Phòng Tư pháp", "Quý II"])
    assert [(duty.number, duty.text) for duty in read(canvas, tmp_path).duties] == [
        ("III.1.1", f"{begun[2:]} dựng kế hoạch; tổng hợp báo cáo."),
        (
            "III.1.2",
            "Chủ trì kiểm tra công tác cải cách hành chính tại các phường, xã trên địa bàn và tại các phòng, ban.",
        ),
    ]


def test_a_scan_is_refused_though_a_signature_stamped_it(canvas: Canvas, tmp_path: Path) -> None:
    for _ in range(3):
        canvas.rect(50, 50, 500, 700, fill=1)
        next_page(canvas)
    canvas.drawString(60, 60, "Ký bởi: UBND thành phố")
    with pytest.raises(DocumentUnreadable) as refusal:
        read(canvas, tmp_path)
    assert refusal.value.reason == "scanned-pdf"


def test_a_protected_file_is_refused(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plan.pdf"), encrypt="secret")
    canvas.drawString(60, 60, "Mật khẩu")
    with pytest.raises(DocumentUnreadable) as refusal:
        read(canvas, tmp_path)
    assert refusal.value.reason == "encrypted"
