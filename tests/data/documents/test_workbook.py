"""Tables as an Excel workbook: what is written comes back as it was, and is never a formula."""

from io import BytesIO

from openpyxl import load_workbook

from data.documents.workbook import Sheet, workbook


def test_words_and_numbers_come_back_under_their_heads() -> None:
    book = workbook(
        [Sheet("Theo đơn vị", "Đến ngày 16/03", ("Đơn vị", "Tổng"), [("P-LL", 6)]), Sheet("a/b", "", (), [])]
    )
    pages = load_workbook(BytesIO(book))
    assert pages.sheetnames == ["Theo đơn vị", "a b"]
    rows = [[cell for cell in row if cell is not None] for row in pages["Theo đơn vị"].iter_rows(values_only=True)]
    assert rows == [["Đến ngày 16/03"], [], ["Đơn vị", "Tổng"], ["P-LL", 6]]


def test_what_officers_write_is_no_formula_and_harms_nothing() -> None:
    book = workbook([Sheet("x", "", ("a",), [("=1+1",), ("3 tin\x00\x0b",), ("@SUM(A1)",)])])
    cells = [row[0] for row in load_workbook(BytesIO(book))["x"].iter_rows(min_row=4)]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("3 tin  ", "s"), ("@SUM(A1)", "s")]
