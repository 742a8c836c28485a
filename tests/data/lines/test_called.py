"""By which names whoever coordinates is told something, in offices where it is called otherwise than Nội vụ."""

import pytest

from data.agencies.registry import Registry, RegistryUnit
from data.lines.called import in_house_words, said_of_office, short_name
from tests.tables import differing

SHORT = """
Phòng Nội vụ                              | noi vu
Sở Nội vụ                                 | noi vu
Sở Nội vụ tỉnh Hưng Yên                   | noi vu
Văn phòng HĐND và UBND                    | van phong
Văn phòng HĐND và UBND xã Bình Minh       | van phong
Văn phòng Ủy ban nhân dân tỉnh            | van phong
Phòng Văn hóa - Xã hội                    | van hoa xa hoi
Phòng Văn hóa - Xã hội xã Bình Minh       | van hoa xa hoi
Thanh tra tỉnh                            | thanh tra
"""


def office_of(*names: str) -> Registry:
    """The first of these units coordinates."""
    return Registry(tuple(RegistryUnit(f"U{at}", name, "x", coordinates=at == 0) for at, name in enumerate(names)))


CULTURE = office_of("Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND", "Trung tâm Văn hóa", "Phòng Văn hóa phẩm")
OFFICE = office_of("Văn phòng HĐND và UBND", "Văn phòng Đảng ủy", "Phòng Kinh tế")
PROVINCE = office_of("Sở Nội vụ", "Sở Tài chính")
LINES = {
    "culture": (
        CULTURE,
        """
        chuyển phòng văn hóa: em xin lùi          | chuyen noi vu em xin lùi
        Chuyển cho Phòng Văn hóa - Xã hội, em hỏi | chuyen noi vu em hỏi
        bao van hoa xa hoi em can gap              | chuyen noi vu em can gap
        /chuyen_van_hoa_xa_hoi abc                 | chuyen noi vu abc
        gặp phòng văn hóa                          | lien he noi vu
        phòng văn hóa ơi việc 3 xong rồi           | nội vụ ơi việc 3 xong rồi
        chuyen noi vu em xin gap                   | chuyen noi vu em xin gap
        chuyển trung tâm văn hóa: abc              | chuyển trung tâm văn hóa: abc
        chuyển phòng văn hóa phẩm: abc             | chuyển phòng văn hóa phẩm: abc
        chuyển văn phòng việc 3                    | chuyển văn phòng việc 3
        xong 3 phòng văn hóa đã nhận               | xong 3 phòng văn hóa đã nhận
        """,
    ),
    "office": (
        OFFICE,
        """
        chuyển văn phòng: abc                      | chuyen noi vu abc
        chuyển văn phòng hđnd và ubnd: abc         | chuyen noi vu abc
        chuyển văn phòng đảng ủy: abc              | chuyển văn phòng đảng ủy: abc
        nhắn văn phòng giúp em                     | chuyen noi vu giúp em
        """,
    ),
    "province": (
        PROVINCE,
        """
        sở nội vụ ơi việc 3 xong chưa              | nội vụ ơi việc 3 xong chưa
        chuyển sở nội vụ: abc                      | chuyen noi vu abc
        nội vụ ơi                                  | nội vụ ơi
        chuyển sở tài chính: abc                   | chuyển sở tài chính: abc
        """,
    ),
}


def rows_of(table: str) -> list[tuple[str, str]]:
    pairs = (line.split("|") for line in table.strip().splitlines())
    return [(typed.strip(), read.strip()) for typed, read in pairs]


def test_the_short_name_is_what_one_types() -> None:
    assert differing((name, short_name(name), expected) for name, expected in rows_of(SHORT)) == []


@pytest.mark.parametrize("which", LINES)
def test_its_own_name_is_read_as_the_commands_know_it(which: str) -> None:
    registry, table = LINES[which]
    assert differing((line, in_house_words(line, registry), read) for line, read in rows_of(table)) == []


def test_inside_a_line_it_is_only_read_so_in_other_units_chats() -> None:
    said = "cho em xin so dien thoai van phong"
    assert said_of_office(said, OFFICE, "U2") == "cho em xin so dien thoai noi vu"
    assert said_of_office(said, OFFICE, "U0") == said
    assert said_of_office(said, PROVINCE, "U1") == said
    assert said_of_office(said, None, "") == said
