"""Several things that the coordinator wants in one line on 20/03/2023; as a table."""

from tests.data.lines.office_corpus import reading_of
from tests.data.lines.reading import said
from tests.tables import differing

CHAT = {"as": "NV", "role": "coordinator", "at": "2023-03-20T08:10", "before": []}
LINES = [
    # each with names of its own
    ("ghi nhận việc 14, nhắc Lê Lợi việc 13", "confirm ghi nhan 14; don doc 13 P-LL"),
    ("nhắc lê lợi việc 13 và ghi nhận việc 14", "confirm don doc 13 P-LL; ghi nhan 14"),
    ("trả lại việc 1 Quảng Châu vì thiếu link, nhắc An Tảo việc 12", "confirm tra lai 1 X-QC; don doc 12 P-AT"),
    ("mời Lê Lợi vào nhóm, nhắc An Tảo việc 12", "confirm moi P-LL; don doc 12 P-AT"),
    ("đặt hạn việc 2 là 30/6, việc 11 là 30/9", "confirm dat han 2 30/06; dat han 11 30/09"),
    ("nhắc Lê Lợi việc 13, An Tảo việc 12", "confirm don doc 13 P-LL; don doc 12 P-AT"),
    ("ghi nhận việc 1 Trung Nghĩa, việc 14 Kinh tế", "confirm ghi nhan 1 X-TN; ghi nhan 14 KT"),
    (
        "báo Lê Lợi 13 được 2 tin, An Tảo 12 không có gì",
        "confirm bao thay 13 P-LL 2 tin; bao thay 12 P-AT",
    ),
    # the same unit's, and the same question
    ("ghi nhận việc 1 của trung nghĩa, trả lại việc 12 vì thiếu số", "confirm ghi nhan 1 X-TN; tra lai 12 X-TN"),
    ("đổi hạn việc 12 sang 30/3, việc 13 sang 5/4", "ask ground: dat han 12 30/03"),
    # one thing only
    ("nhắc Lê Lợi, An Tảo việc 13", "do don doc 13 P-LL P-AT"),
    ("nhắc Lê Lợi việc 1, 12 và 13", "do don doc 1 12 13 P-LL"),
    ("ghi nhận việc 1, 12 của Trung Nghĩa", "do ghi nhan 1 12 X-TN"),
    ("ghi nhận việc 3, việc 4", "do ghi nhan 3 4"),
    ("trả lại việc 1 Quảng Châu, thiếu link bài", "do tra lai 1 X-QC"),
    ("cho VP lùi việc 10 đến 31/3, anh Hùng đồng ý rồi", "confirm cho gia han 10 VP 31/03"),
    ("ai chưa nộp, nhắc hết", "confirm don doc"),
]


def test_several_things_are_spelt_out_each_with_its_own_names() -> None:
    assert differing((line, said(reading_of({**CHAT, "line": line})), wanted) for line, wanted in LINES) == []
