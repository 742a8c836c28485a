"""Cells that say who leads and who supports: what is written → (lead, coordinating)."""

from data.agencies import sides

CELLS = {
    "Chủ trì: Văn phòng; Phối hợp: Phòng Kinh tế, Công an xã": ("Văn phòng", "Phòng Kinh tế, Công an xã"),
    "Chủ trì: Văn phòng\nPhối hợp: Phòng Kinh tế, Công an xã": ("Văn phòng", "Phòng Kinh tế, Công an xã"),
    "Cơ quan chủ trì: Văn phòng. Cơ quan phối hợp: các thôn": ("Văn phòng", "các thôn"),
    "- Chủ trì: Văn phòng\n- Phối hợp: Phòng Kinh tế": ("Văn phòng", "Phòng Kinh tế"),
    "Phối hợp: Phòng Kinh tế; chủ trì: Văn phòng": ("Văn phòng", "Phòng Kinh tế"),
    "Chủ trì Văn phòng, phối hợp Phòng Kinh tế": ("Văn phòng", "Phòng Kinh tế"),
    "CHỦ TRÌ: VĂN PHÒNG; PHỐI HỢP: CÔNG AN XÃ": ("VĂN PHÒNG", "CÔNG AN XÃ"),
    "Phòng Kinh tế chủ trì, phối hợp Văn phòng": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế chủ trì, phối hợp với Văn phòng, Công an xã": ("Phòng Kinh tế", "Văn phòng, Công an xã"),
    "Phòng Kinh tế chủ trì phối hợp cùng Văn phòng thực hiện": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế chủ trì; Văn phòng, Công an xã phối hợp": ("Phòng Kinh tế", "Văn phòng, Công an xã"),
    "Phòng Kinh tế, Văn phòng chủ trì; Công an xã phối hợp": ("Phòng Kinh tế, Văn phòng", "Công an xã"),
    "Phòng Kinh tế chủ trì; các đơn vị liên quan phối hợp": ("Phòng Kinh tế", "các đơn vị liên quan"),
    "Phòng Kinh tế phối hợp với Văn phòng": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế; phối hợp: Văn phòng": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế (chủ trì), Văn phòng, Công an xã (phối hợp)": ("Phòng Kinh tế", "Văn phòng, Công an xã"),
    "Phòng Kinh tế (chủ trì); Văn phòng (phối hợp); Công an xã (phối hợp)": ("Phòng Kinh tế", "Văn phòng; Công an xã"),
    "Phòng Kinh tế, Văn phòng (phối hợp)": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế (CT), Văn phòng (PH)": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế (đơn vị chủ trì), Văn phòng, Công an xã": ("Phòng Kinh tế", "Văn phòng, Công an xã"),
    "Phòng Kinh tế (phối hợp: Văn phòng, Công an xã)": ("Phòng Kinh tế", "Văn phòng, Công an xã"),
    "Phòng Kinh tế (phối hợp với Văn phòng)": ("Phòng Kinh tế", "Văn phòng"),
    "Phòng Kinh tế - chủ trì; Văn phòng - phối hợp": ("Phòng Kinh tế", "Văn phòng"),
    "Văn phòng là đơn vị chủ trì; Công an xã là đơn vị phối hợp": ("Văn phòng", "Công an xã"),
    "Chủ trì: Văn phòng; Công an xã phối hợp": ("Văn phòng", "Công an xã"),
    # One side, or a body's name: the cell stays as it is.
    "Phòng Kinh tế": ("Phòng Kinh tế", ""),
    "Phòng Kinh tế chủ trì": ("Phòng Kinh tế chủ trì", ""),
    "Chủ trì: Văn phòng": ("Chủ trì: Văn phòng", ""),
    "Hội đồng phối hợp phổ biến, giáo dục pháp luật": ("Hội đồng phối hợp phổ biến, giáo dục pháp luật", ""),
    "Ban phối hợp, Văn phòng": ("Ban phối hợp, Văn phòng", ""),
    "": ("", ""),
}  # fmt: skip


def test_sides() -> None:
    assert {cell: sides(cell, "") for cell in CELLS} == CELLS


def test_those_who_support_come_to_the_others() -> None:
    assert sides("A chủ trì, phối hợp B", "C") == ("A", "C; B")
