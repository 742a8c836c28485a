"""What is to become of a task's units, in the words that people type."""

from data.lines.units import Amendment, How, read_amendment
from tests.tables import differing


def test_what_is_to_change() -> None:
    table = [
        ("don vi", "VHTT, TTVHTT", Amendment(How.SET, "VHTT, TTVHTT")),
        ("don vi", "them TTVHTT", Amendment(How.ADD, "TTVHTT")),
        ("don vi", "bổ sung Phòng Kinh tế", Amendment(How.ADD, "Phòng Kinh tế")),
        ("them don vi", "TTVHTT", Amendment(How.ADD, "TTVHTT")),
        ("don vi", "bỏ P-LL, X-TN", Amendment(How.TAKE_OFF, "P-LL, X-TN")),
        ("don vi", "bo bot P-LL", Amendment(How.TAKE_OFF, "P-LL")),
        ("don vi", "xóa UBND phường Lê Lợi", Amendment(How.TAKE_OFF, "UBND phường Lê Lợi")),
        ("xoa phoi hop", "P-LL đồng ý", Amendment(How.TAKE_OFF, "P-LL", agreed=True)),
        ("lead units", "remove P-LL yes", Amendment(How.TAKE_OFF, "P-LL", agreed=True)),
        ("don vi", "thay KT", Amendment(How.REPLACE, "KT")),
        ("don vi", "thay P-LL bằng KT dong y", Amendment(How.REPLACE, "P-LL", "KT", agreed=True)),
        ("lead units", "replace P-LL by KT", Amendment(How.REPLACE, "P-LL", "KT")),
        ("don vi", "Bộ Tài chính", Amendment(How.SET, "Bộ Tài chính")),
        ("don vi", "bo", Amendment(How.TAKE_OFF, "")),
        ("don vi", "", Amendment(How.SET, "")),
    ]
    assert (
        differing(((command, text), read_amendment(command, text), amendment) for command, text, amendment in table)
        == []
    )


def test_a_name_that_begins_like_a_verb_is_a_name() -> None:
    assert read_amendment("don vi", "Bo chi huy quan su", named=True) == Amendment(How.SET, "Bo chi huy quan su")
    assert read_amendment("bo don vi", "Bo chi huy quan su", named=True) == Amendment(
        How.TAKE_OFF, "Bo chi huy quan su"
    )
