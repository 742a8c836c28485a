"""Tables as offices make them, with the forms that are easily read wrongly: text in, tasks out."""

from pathlib import Path

import pytest

from data.documents.document import Document, LeftOut, Row
from data.documents.formats import read_document
from data.documents.meanings import meaning


def read(tmp_path: Path, table: str) -> Document:
    """A table whose cells are parted by "|"; a line of dashes is an empty line."""
    lines = ["\t".join(map(str.strip, line.split("|"))) for line in table.strip().splitlines()]
    path = tmp_path / "plan.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_document(path)


def shown(row: Row) -> str:
    """number [section] title: lead (coordinating) start > deadline = product"""
    section = f" [{row.section}]" if row.section else ""
    coordinating = f" ({row.coordinating})" if row.coordinating else ""
    start = f"{row.start} > " if row.start else ""
    product = f" = {row.product}" if row.product else ""
    state = f" {{{row.state}}}" if row.state else ""
    return f"{row.number}{section} {row.title}: {row.lead}{coordinating} {start}{row.deadline}{product}{state}"


TABLES = {
    "two storeys, the lower with a beginning and an end": (
        """
        STT | Nội dung | Cơ quan thực hiện | | Thời gian | | Ghi chú
        | | Chủ trì | Phối hợp | Bắt đầu | Kết thúc |
        1 | Rà soát | Văn phòng | Phòng Kinh tế | 01/02/2026 | 31/3/2026 |
        """,
        ["1 Rà soát: Văn phòng (Phòng Kinh tế) 01/02/2026 > 31/3/2026"],
    ),
    "two storeys, the lower means something only under the upper": (
        """
        TT | Nhiệm vụ | Đơn vị | | Thời gian | | Sản phẩm
        | | Chủ trì | Phối hợp | Từ | Hoàn thành |
        1 | Rà soát | Văn phòng | Phòng Kinh tế | 01/02/2026 | 31/3/2026 | Báo cáo
        """,
        ["1 Rà soát: Văn phòng (Phòng Kinh tế) 01/02/2026 > 31/3/2026 = Báo cáo"],
    ),
    "three storeys": (
        """
        TT | Nội dung | Tổ chức thực hiện | | | Ghi chú
        | | Cơ quan | | Thời hạn |
        | | Chủ trì | Phối hợp | |
        1 | Rà soát | Văn phòng | Phòng Kinh tế | Quý I | gấp
        """,
        ["1 Rà soát: Văn phòng (Phòng Kinh tế) Quý I"],
    ),
    "a beginning and an end without more": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Bắt đầu | Kết thúc
        1 | Rà soát | Văn phòng | Tháng 2 | Tháng 3
        """,
        ["1 Rà soát: Văn phòng Tháng 2 > Tháng 3"],
    ),
    "the day given and the day of completion, each under a heading of both": (
        """
        STT | Nội dung nhiệm vụ | Đơn vị chủ trì | Thời hạn | | Kết quả | | Ghi chú
        | | | Được giao | Gia hạn đến | Ngày hoàn thành thực tế | Tình trạng |
        1 | Rà soát | Văn phòng | 30/4/2026 | 31/8/2026 | | Đang thực hiện |
        """,
        ["1 Rà soát: Văn phòng 30/4/2026 {Đang thực hiện}"],
    ),
    "crosses under the bare numbers of months; months without a break are one stretch": (
        """
        TT | Nội dung | Đơn vị thực hiện | Thời gian thực hiện (tháng) | | | | |
        | | | 01 | 02 | 03 | 04 | 05 | 06
        1 | Phát tin | Văn phòng | | | x | X | x | X
        2 | Tập huấn | Công an xã | | x | x | | |
        3 | Kiểm tra | Công an xã | x | | x | x | |
        """,
        [
            "1 Phát tin: Văn phòng Tháng 03 - Tháng 06",
            "2 Tập huấn: Công an xã Tháng 02, Tháng 03",
            "3 Kiểm tra: Công an xã Tháng 01, Tháng 03, Tháng 04",
        ],
    ),
    "signatures below the last task, and what a program writes there": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        1 | Rà soát | Văn phòng | Quý I
        2 | Kiểm tra | Công an xã | Quý II
        | Tổng số: 02 nhiệm vụ | |
        | NGƯỜI LẬP | TM. ỦY BAN NHÂN DÂN |
        | | CHỦ TỊCH |
        | Vũ Thị Lan | Hoàng Văn Dũng |
        """,
        ["1 Rà soát: Văn phòng Quý I", "2 Kiểm tra: Công an xã Quý II"],
    ),
    "a task that a remark drops": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        1 | Rà soát các thủ tục đã bãi bỏ | Văn phòng | Quý I
        1a | Khảo sát chợ (đã chuyển Sở Công Thương - BỎ) | Phòng Kinh tế |
        """,
        ["1 Rà soát các thủ tục đã bãi bỏ: Văn phòng Quý I"],
    ),
    "who leads stands over each group, and in no column": (
        """
        TT | Nội dung công việc | Cơ quan phối hợp | Thời gian | Sản phẩm
        I | SỞ NỘI VỤ | | |
        1 | Tập huấn | UBND các xã | Quý I | 02 đợt
        2 | Kiểm tra | | Quý II | Thông báo
        II | VĂN PHÒNG UBND TỈNH (01 nhiệm vụ) | | |
        1 | Rà soát | Sở Tư pháp | Quý I | Quyết định
        """,
        [
            "I.1 [I. SỞ NỘI VỤ] Tập huấn: SỞ NỘI VỤ (UBND các xã) Quý I = 02 đợt",
            "I.2 [I. SỞ NỘI VỤ] Kiểm tra: SỞ NỘI VỤ Quý II = Thông báo",
            "II.1 [II. VĂN PHÒNG UBND TỈNH (01 nhiệm vụ)] Rà soát: VĂN PHÒNG UBND TỈNH (Sở Tư pháp) Quý I = Quyết định",
        ],
    ),
    "a second table with more columns": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        1 | Một | Văn phòng | Quý I
        2 | Hai | Văn phòng | Quý II
        PHỤ LỤC II | | |
        STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn | Sản phẩm
        1 | Ba | Văn phòng | Phòng Kinh tế | Quý III | Báo cáo
        2 | Bốn | Công an xã | | Quý IV | Kế hoạch
        """,
        [
            "1 Một: Văn phòng Quý I",
            "2 Hai: Văn phòng Quý II",
            "II.1 [PHỤ LỤC II] Ba: Văn phòng (Phòng Kinh tế) Quý III = Báo cáo",
            "II.2 [PHỤ LỤC II] Bốn: Công an xã Quý IV = Kế hoạch",
        ],
    ),
    "a caption without a number, after the first task": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành
        1 | Rà soát thủ tục | Phòng Kinh tế | 30/6/2026
        | Nhiệm vụ giao Công an xã | |
        2 | Cấp thẻ | Công an xã | 31/7/2026
        """,
        [
            "1 Rà soát thủ tục: Phòng Kinh tế 30/6/2026",
            "2 [Nhiệm vụ giao Công an xã] Cấp thẻ: Công an xã 31/7/2026",
        ],
    ),
    "captions of three levels": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        I | Thể chế | |
        I.1 | Văn bản | |
        I.1.1 | Nghị quyết | |
        1 | Một | Phòng Kinh tế | Quý I
        2 | Hai | Phòng Kinh tế | Quý I
        I.1.2 | Quyết định | |
        1 | Ba | Phòng Kinh tế | Quý I
        I.2 | Hạ tầng | |
        1 | Bốn | Phòng Kinh tế | Quý I
        """,
        [
            "I.1.1.1 [I. Thể chế / I.1. Văn bản / I.1.1. Nghị quyết] Một: Phòng Kinh tế Quý I",
            "I.1.1.2 [I. Thể chế / I.1. Văn bản / I.1.1. Nghị quyết] Hai: Phòng Kinh tế Quý I",
            "I.1.2.1 [I. Thể chế / I.1. Văn bản / I.1.2. Quyết định] Ba: Phòng Kinh tế Quý I",
            "I.2.1 [I. Thể chế / I.2. Hạ tầng] Bốn: Phòng Kinh tế Quý I",
        ],
    ),
    "captions in figures, below which the tasks are counted anew": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        1 | Thể chế | |
        1 | Một | Phòng Kinh tế | Quý I
        2 | Hai | Phòng Kinh tế | Quý I
        2 | Hạ tầng | |
        1 | Ba | Phòng Kinh tế | Quý I
        """,
        [
            "1.1 [1. Thể chế] Một: Phòng Kinh tế Quý I",
            "1.2 [1. Thể chế] Hai: Phòng Kinh tế Quý I",
            "2.1 [2. Hạ tầng] Ba: Phòng Kinh tế Quý I",
        ],
    ),
    "captions in the agencies' column": (
        """
        STT | Cơ quan chủ trì | Nội dung nhiệm vụ | Thời hạn hoàn thành
        A. | PHÒNG KINH TẾ | |
        1 | Phòng Kinh tế | Rà soát chợ | Quý I
        2. | Công an xã | |
        1 | Công an xã | Cấp thẻ | Quý I
        """,
        [
            "A.1 [A. PHÒNG KINH TẾ] Rà soát chợ: Phòng Kinh tế Quý I",
            "A.2.1 [A. PHÒNG KINH TẾ / 2. Công an xã] Cấp thẻ: Công an xã Quý I",
        ],
    ),
    "rows that are only numbered": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        1 | Rà soát | Phòng Kinh tế | Quý I
        2 | | |
        3 | | |
        """,
        ["1 Rà soát: Phòng Kinh tế Quý I"],
    ),
    "agencies merged downwards, pasted as text": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        1 | Rà soát quy định | Phòng Kinh tế | Quý I
        | Ban hành quy chế phối hợp | | Quý II
        """,
        ["1 Rà soát quy định: Phòng Kinh tế Quý I", "1 Ban hành quy chế phối hợp: Phòng Kinh tế Quý II"],
    ),
    "a planned and an actual day": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Ngày hoàn thành | Sản phẩm
        1 | Rà soát thủ tục | Phòng Nội vụ | 30/6/2026 | 12/3/2026 | Báo cáo
        2 | Tập huấn | Phòng Tư pháp | 30/9/2026 | |
        """,
        ["1 Rà soát thủ tục: Phòng Nội vụ 30/6/2026 = Báo cáo", "2 Tập huấn: Phòng Tư pháp 30/9/2026"],
    ),
    "an actual and a planned day": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Ngày hoàn thành thực tế | Hạn hoàn thành
        1 | Rà soát thủ tục | Phòng Nội vụ | 12/3/2026 | 30/6/2026
        """,
        ["1 Rà soát thủ tục: Phòng Nội vụ 30/6/2026"],
    ),
    "a leader's column before the unit's": (
        """
        STT | Nhiệm vụ | LĐVP chủ trì | Đơn vị chủ trì thực hiện | Thời hạn
        1 | Rà soát hồ sơ | Nguyễn Văn B | Phòng Tư pháp | 30/6/2026
        """,
        ["1 Rà soát hồ sơ: Phòng Tư pháp 30/6/2026"],
    ),
    "a person's column, known by its cells": (
        """
        STT | Nhiệm vụ | Người chủ trì | Cơ quan thực hiện | Thời hạn
        1 | Rà soát hồ sơ | Nguyễn Văn Bình | Phòng Tư pháp | 30/6/2026
        2 | Tập huấn | Trần Thị Hoa | Văn phòng | 30/6/2026
        """,
        ["1 Rà soát hồ sơ: Phòng Tư pháp 30/6/2026", "2 Tập huấn: Văn phòng 30/6/2026"],
    ),
    "how far it is, in a column of that name": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Trạng thái
        1 | Ban hành kế hoạch | Văn phòng | 30/6/2026 | Đã hoàn thành
        2 | Kiểm tra | Phòng Tư pháp | 15/9/2026 | Dừng thực hiện
        """,
        [
            "1 Ban hành kế hoạch: Văn phòng 30/6/2026 {Đã hoàn thành}",
            "2 Kiểm tra: Phòng Tư pháp 15/9/2026 {Dừng thực hiện}",
        ],
    ),
    "how far it is, known by the cells": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Tiến độ | Kết quả thực hiện
        1 | Ban hành kế hoạch | Văn phòng | 30/6/2026 | 100% | Đã hoàn thành
        2 | Kiểm tra | Phòng Tư pháp | 15/9/2026 | 20% | Đang thực hiện
        """,
        ["1 Ban hành kế hoạch: Văn phòng 30/6/2026 {100%}", "2 Kiểm tra: Phòng Tư pháp 15/9/2026 {20%}"],
    ),
    "crosses in the columns of quarters": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian thực hiện | | | | Ghi chú
        | | | Quý I | Quý II | Quý III | Quý IV |
        1 | Rà soát | Văn phòng | x | | | |
        2 | Tập huấn | Phòng Kinh tế | | X | | x |
        3 | Sơ kết | Phòng Kinh tế | | 15/6 | | |
        """,
        ["1 Rà soát: Văn phòng Quý I", "2 Tập huấn: Phòng Kinh tế Quý II, Quý IV", "3 Sơ kết: Phòng Kinh tế 15/6"],
    ),
    "crosses in the columns of months": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Tháng 1 | Tháng 2 | Tháng 3
        1 | Rà soát | Văn phòng | x | | x
        """,
        ["1 Rà soát: Văn phòng Tháng 1, Tháng 3"],
    ),
    "what a task without a day consists of": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        1 | Cải cách thủ tục | Văn phòng |
        | - Rà soát thủ tục | | Quý I
        | - Công bố thủ tục | | Quý II
        2 | Tập huấn | Phòng Kinh tế | Quý I
        """,
        [
            "1.1 [1. Cải cách thủ tục] - Rà soát thủ tục: Văn phòng Quý I",
            "1.2 [1. Cải cách thủ tục] - Công bố thủ tục: Văn phòng Quý II",
            "2 Tập huấn: Phòng Kinh tế Quý I",
        ],
    ),
    "a group with its own lead": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        I | Nhiệm vụ trọng tâm | Văn phòng |
        1 | Rà soát | | Quý I
        2 | Sơ kết | Phòng Kinh tế | Quý II
        """,
        [
            "1 [I. Nhiệm vụ trọng tâm] Rà soát: Văn phòng Quý I",
            "2 [I. Nhiệm vụ trọng tâm] Sơ kết: Phòng Kinh tế Quý II",
        ],
    ),
    "a column without a heading": (
        """
        TT | | Cơ quan chủ trì | Thời gian
        1 | Rà soát các thủ tục | Văn phòng | Quý I
        2 | Tổ chức hội nghị | Văn phòng | Quý II
        """,
        ["1 Rà soát các thủ tục: Văn phòng Quý I", "2 Tổ chức hội nghị: Văn phòng Quý II"],
    ),
    "columns in another order, results that are states": (
        """
        Hạn | Phòng, ban | Lãnh đạo phụ trách | Nội dung công việc | STT | Kết quả
        30/6 | Văn phòng | Đ/c A | Rà soát | 1 | Hoàn thành
        30/7 | Công an xã | Đ/c B | Cấp thẻ | 2 | Chưa
        """,
        ["1 Rà soát: Văn phòng 30/6 {Hoàn thành}", "2 Cấp thẻ: Công an xã 30/7 {Chưa}"],
    ),
    "cells that say the same as the one above": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian
        1 | Một | Văn phòng | Quý I
        2 | Hai | -nt- | nt
        3 | Ba | ″ | Quý II
        """,
        ["1 Một: Văn phòng Quý I", "2 Hai: Văn phòng Quý I", "3 Ba: Văn phòng Quý II"],
    ),
    "how far it is, among the notes": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | Ghi chú
        1 | Một | Văn phòng | Quý I | Đã hoàn thành
        2 | Hai | Văn phòng | Quý II |
        """,
        ["1 Một: Văn phòng Quý I {Đã hoàn thành}", "2 Hai: Văn phòng Quý II"],
    ),
    "a day of completion that is filled in as tasks are done": (
        """
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Thời gian hoàn thành
        1 | Một | Văn phòng | Tháng 6 | 15/6/2026
        2 | Hai | Văn phòng | Tháng 9 |
        """,
        ["1 Một: Văn phòng Tháng 6", "2 Hai: Văn phòng Tháng 9"],
    ),
    "headings with more words": (
        """
        STT | Nội dung nhiệm vụ (theo Chương trình số 12-CTr/TU) | Cơ quan, đơn vị chủ trì thực hiện | Thời gian trình
        1 | Một | Văn phòng | Quý I
        """,
        ["1 Một: Văn phòng Quý I"],
    ),
    "nobody numbered the rows": (
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn
        | Ban hành kế hoạch | Văn phòng | 30/6/2026
        | Kiểm tra | Phòng Tư pháp | 15/9/2026
        """,
        ["1 Ban hành kế hoạch: Văn phòng 30/6/2026", "2 Kiểm tra: Phòng Tư pháp 15/9/2026"],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str, tmp_path: Path) -> None:
    table, tasks = TABLES[name]
    assert [shown(row) for row in read(tmp_path, table).rows] == tasks


FOLLOWED_UP = {
    "Cơ quan theo dõi": ("Phòng Nội vụ", "Phòng Nội vụ"),
    "Theo dõi, đôn đốc": ("Phòng Nội vụ", "Phòng Nội vụ"),
    # Remarks and persons are no units: the column is kept as any other.
    "Theo dõi, đôn đốc ": ("Đã nhắc lần 1", ""),
    "Đơn vị theo dõi": ("Đ/c Nguyễn Văn An", ""),
}


@pytest.mark.parametrize("heading", FOLLOWED_UP)
def test_who_follows_a_task_up(heading: str, tmp_path: Path) -> None:
    cell, kept = FOLLOWED_UP[heading]
    table = f"""
        STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | {heading}
        1 | Ban hành kế hoạch | Văn phòng | Quý I | {cell}
        2 | Tổ chức hội nghị | Văn phòng | Quý II | {cell}
        """
    assert [(row.monitoring, len(row.extra)) for row in read(tmp_path, table).rows] == [(kept, int(not kept))] * 2


HEADINGS = {
    "Mục tiêu, nhiệm vụ": "title", "Nhóm nhiệm vụ, giải pháp": "title", "Danh mục nhiệm vụ": "title",
    "Tên văn bản": "title", "Trích yếu": "title",
    "Phân công thực hiện": "lead", "Cán bộ phụ trách": "lead", "Cơ quan soạn thảo": "lead",
    "Lực lượng thực hiện": "lead",
    "Mốc thời gian": "deadline", "Dự kiến thời gian thực hiện": "deadline", "Kỳ báo cáo": "deadline",
    "Ngày đến hạn": "deadline", "Thời gian trình": "deadline",
    "Thời gian giao": "extra", "Gia hạn đến": "extended", "Hạn chế, vướng mắc": "extra", "LĐVP chủ trì": "extra",
    "Đơn vị theo dõi, đôn đốc": "monitoring",
    "Cơ quan theo dõi": "monitoring",
    "Cơ quan giám sát thực hiện": "monitoring",
    "Phòng chuyên môn theo dõi": "monitoring",
    "Lãnh đạo theo dõi": "extra",
    "Người theo dõi, đôn đốc": "extra",
    "Đơn vị chủ trì, theo dõi": "extra",
    "Ghi chú theo dõi": "extra",
    "Tiến độ đến nay": "state", "Tỷ lệ hoàn thành": "state", "Tình trạng": "state",
    "Ngày hoàn thành thực tế": "done", "% hoàn thành": "state", "Thời hạn điều chỉnh": "extended",
    "Hạn mới": "extended", "Lý do gia hạn": "extra", "Văn bản gia hạn": "extra", "Đề nghị gia hạn": "extra",
}  # fmt: skip
"""Headings that are known by their words."""


def test_headings() -> None:
    assert {heading: meaning(heading)[0] for heading in HEADINGS} == HEADINGS


def test_a_heading_that_nobody_knows_is_learnt_from_what_the_column_holds(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """
        TT | Đầu mục | Ai làm | Khi nào | Ghi chú
        1 | Nghị quyết về chợ | Phòng Kinh tế | Quý I | gấp
        2 | Nghị quyết về thu và các khoản | Công an xã | Tháng 6 |
        """,
    )
    assert [shown(row) for row in document.rows] == [
        "1 Nghị quyết về chợ: Phòng Kinh tế Quý I",
        "2 Nghị quyết về thu và các khoản: Công an xã Tháng 6",
    ]
    assert document.guessed == (("Khi nào", "deadline"), ("Ai làm", "lead"), ("Đầu mục", "title"))
    assert document.left_out == (LeftOut("column", "Ghi chú", 1),)


def test_a_letterhead_right_above_a_heading_that_nobody_knows_is_no_part_of_the_table(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """
        UBND XÃ TÂN AN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 15/KH-UBND | Tân An, ngày 12 tháng 01 năm 2026
        KẾ HOẠCH
        Cải cách hành chính
        TT | Đầu mục | Ai làm | Khi nào
        1 | Nghị quyết về chợ | Phòng Kinh tế | Quý I
        """,
    )
    assert (document.title.number, document.title.issuer) == ("15/KH-UBND", "UBND xã Tân An")
    assert [shown(row) for row in document.rows] == ["1 Nghị quyết về chợ: Phòng Kinh tế Quý I"]


def test_tables_and_columns_that_are_no_tasks_are_named(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        """
        STT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn | Kinh phí
        1 | Ban hành kế hoạch | Văn phòng | 30/6/2026 | 5 triệu
        -
        -
        -
        -
        STT | Nội dung chi | Số tiền
        1 | In ấn | 5 triệu
        """,
    )
    assert [row.title for row in document.rows] == ["Ban hành kế hoạch"]
    assert document.left_out == (
        LeftOut("column", "Kinh phí", 1),
        LeftOut("table", "STT | Nội dung chi | Số tiền", 1),
    )


KEPT = {
    "a state, how far, a day of completion beside the limit, a later day": (
        """
        STT | Nội dung | Đơn vị chủ trì | Thời hạn | Gia hạn đến | Ngày hoàn thành | Trạng thái | Tỷ lệ (%)
        1 | Rà soát | Văn phòng | 30/6/2026 | 31/7/2026 | 12/7/2026 | Đã hoàn thành | 100
        """,
        ["30/6/2026 | Đã hoàn thành | 100 | 12/7/2026 | 31/7/2026"],
    ),
    "a share alone is the state": (
        """
        STT | Nội dung | Đơn vị chủ trì | Hạn | % hoàn thành
        1 | Rà soát | Văn phòng | 30/6/2026 | 70%
        """,
        ["30/6/2026 | 70% |  |  | "],
    ),
    "a column for each state, with a cross in it": (
        """
        STT | Nội dung | Đơn vị chủ trì | Thời hạn | Đã hoàn thành | Chưa hoàn thành
        1 | Rà soát | Văn phòng | 30/6/2026 | x |
        2 | Kiểm tra | Văn phòng | 30/6/2026 | | X
        """,
        ["30/6/2026 | Đã hoàn thành |  |  | ", "30/6/2026 |  | Chưa hoàn thành |  | "],
    ),
    "the only day is the limit": (
        """
        STT | Nội dung | Đơn vị chủ trì | Ngày hoàn thành
        1 | Rà soát | Văn phòng | 30/6/2026
        """,
        ["30/6/2026 |  |  |  | "],
    ),
}
"""Lists that are kept while the work goes on: deadline, state, how far, day of completion, later day."""


@pytest.mark.parametrize("name", KEPT)
def test_lists_that_are_kept(name: str, tmp_path: Path) -> None:
    table, rows = KEPT[name]
    read_rows = read(tmp_path, table).rows
    shown_rows = (f"{row.deadline} | {row.state} | {row.progress} | {row.done} | {row.extended}" for row in read_rows)
    assert list(shown_rows) == rows
