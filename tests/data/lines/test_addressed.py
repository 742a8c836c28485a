"""To whom words are to be sent: a table of units (a group's in brackets), who is left out, and the words."""

from datetime import date

from data.lines.addressed import Addressed, read_addressed
from tests.building import registry

TODAY = date(2023, 3, 20)
CITY = registry()
TABLE = [
    ("Mời họp", "", "", "Mời họp"),
    ("P-LL, X-TN: 8 giờ họp", "P-LL X-TN", "", "8 giờ họp"),
    ("cho các phường xã: 8h ngày 25/3 họp", "(G-PX)", "", "8h ngày 25/3 họp"),
    ("tới UBND các phường, xã: 8h", "(G-PX)", "", "8h"),
    ("tới phòng kinh tế, tư pháp: mai họp", "KT TUPHAP", "", "mai họp"),
    ("phường Lê Lợi, Lam Sơn và An Tảo: mai họp", "P-LL P-LS P-AT", "", "mai họp"),
    ("phuong xa: 8h ngay 25/3 hop", "(G-PX)", "", "8h ngay 25/3 hop"),
    ("tất cả trừ VP: họp", "", "VP", "họp"),
    ("cac xa ngay 22/3 tap huan", "(G-PX)", "", "ngay 22/3 tap huan"),
    ("mời họp giao ban 8h thứ 6 tới các phường, xã", "(G-PX)", "", "mời họp giao ban 8h thứ 6"),
    ("8:30 ngày 25/3 họp tại hội trường", "", "", "8:30 ngày 25/3 họp tại hội trường"),
    ("Các phòng, ban, đơn vị có liên quan: chuẩn bị", "", "", "Các phòng, ban, đơn vị có liên quan: chuẩn bị"),
    ("nộp báo cáo cho phòng Nội vụ", "", "", "nộp báo cáo cho phòng Nội vụ"),
    ("phòng Nội vụ tổ chức họp", "", "", "phòng Nội vụ tổ chức họp"),
    ("P-LL, X-XX: mời họp.", "", "", "P-LL, X-XX: mời họp."),
    ("P-LL:", "P-LL", "", ""),
    ("", "", "", ""),
]


def told(said: Addressed) -> tuple[str, str, str]:
    """The parts, each in a row."""
    return f"({said.group})" if said.group else " ".join(said.units), " ".join(said.without), said.text


def test_to_whom_and_what() -> None:
    assert [(text, *told(read_addressed(text, TODAY, CITY))) for text, *_ in TABLE] == TABLE


def test_of_a_group_some_are_left_out() -> None:
    said = read_addressed("các phường, xã trừ P-LL: họp", TODAY, CITY)
    assert (len(said.units), "P-LL" in said.units, said.text) == (16, False, "họp")
