"""The commands that a line may begin with, the longest words first; what follows them, and where it goes on."""

from bot.commands import found


def heard(text: str) -> list[tuple[str, str, str, int]]:
    return [(each.command.name, each.typed, each.argument, each.start) for each in found(text)]


def test_what_a_line_may_begin_with() -> None:
    said = {
        "xong 10": [("xong", "xong", "10", 1)],
        "XONG10 nhé": [("xong", "xong", "10 nhé", 1)],
        "/gia_han 10 15/02": [("gia han", "gia han", "10 15/02", 1)],
        "Gia  hạn: 10  đông việc": [("gia han", "gia han", "10  đông việc", 1)],
        "gia hạn cho 10 VP": [
            ("cho gia han", "gia han cho", "10 VP", 1),
            ("gia han", "gia han", "cho 10 VP", 1),
        ],
        "danh sách chat": [
            ("danh sach chat", "danh sach chat", "", 1),
            ("viec", "danh sach", "chat", 1),
        ],
        "phối hợp 10": [
            ("phoi hop", "phoi hop", "10", 1),
            ("nhac phoi hop", "phoi hop", "10", 1),
        ],
        "tinh hinh tiep 21": [("tinh hinh", "tinh hinh", "", 21)],
        "don doc 10 tiep 21": [("don doc", "don doc", "10 tiep 21", 1)],
        "ghi nhan tiep 21": [("ghi nhan", "ghi nhan", "", 21)],
        "?": [("tro giup", "?", "", 1)],
        "chào đồng chí": [],
        "": [],
        "/": [],
    }
    assert {text: heard(text) for text in said} == said
