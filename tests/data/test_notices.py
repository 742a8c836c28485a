"""Notices: the record and the name of each kind, what earlier releases kept of them, and what nobody can read."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from data.deadline import Deadline, Kind
from data.kinds import Part, Role
from data.notices import (
    KINDS,
    AllowanceShort,
    Broadcast,
    DaySet,
    Difficulty,
    DifficultyAnswered,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionGranted,
    ExtensionRefused,
    JointEnded,
    JointOffered,
    JointReported,
    LeadNamed,
    Lockout,
    NotedFor,
    NoteRefused,
    Notice,
    PartEnded,
    PeopleShort,
    PlanGone,
    PlanTakenBack,
    Relayed,
    Release,
    Returned,
    Silent,
    Support,
    Unlinked,
    Urged,
    WorkHandedOver,
    WorkTakenOver,
    from_record,
    to_record,
)

AT = datetime(2023, 3, 8, 2, 30, tzinfo=UTC)
ISO = "2023-03-08T02:30:00+00:00"
DAY, NO_DAY, NO_MOMENT = date(2023, 3, 8), date.min, datetime.min.replace(tzinfo=UTC)
UNREAD = Deadline("Thường xuyên", Kind.UNSPECIFIED)
PART = {"unit": "Phòng Nội vụ", "number": "10", "title": "Ban hành", "plan": "06/KH-UBND"}
LOCKED = {
    "name": "Lan",
    "channel": "zalo",
    "group": True,
    "units": ["Phòng Nội vụ"],
    "of_chat": True,
    "of_person": False,
    "count": 5,
    "until": ISO,
    "zone": "Asia/Ho_Chi_Minh",
}

# Each kind: the notice, the name that no other event has, and the record without its kind.
NOTICES: list[tuple[Notice, str, dict[str, Any]]] = [
    (Urged((12, 7), DAY), "urge:2023-03-08:7", {"occurrences": [12, 7], "day": "2023-03-08"}),
    (
        Returned((7,), "thiếu số văn bản", 3),
        "return:3",
        {"occurrences": [7], "reason": "thiếu số văn bản", "confirmation": 3},
    ),
    (EvidenceAdded((7,), "Lan", AT), f"evidence:7:{ISO}", {"occurrences": [7], "by": "Lan", "at": ISO}),
    (ExtensionAsked((7,), 4), "extension:4:asked", {"occurrences": [7], "extension": 4}),
    (
        ExtensionGranted((7,), "số 15", 4),
        "extension:4:decided",
        {"occurrences": [7], "ground": "số 15", "extension": 4},
    ),
    (
        ExtensionRefused((7,), "", DAY, 4),
        "extension:4:decided",
        {"occurrences": [7], "reason": "", "until": "2023-03-08", "extension": 4},
    ),
    (DaySet((7,), "số 15", AT), f"day:7:{ISO}", {"occurrences": [7], "ground": "số 15", "at": ISO}),
    (JointOffered((7,), 9), "joint-offer:9", {"occurrences": [7], "change": 9}),
    (JointReported((7,), "Văn phòng", AT), f"joint:7:{ISO}", {"occurrences": [7], "by": "Văn phòng", "at": ISO}),
    (
        JointEnded((7,), "Văn phòng", sent_back=True, at=AT),
        f"joint-ended:7:{ISO}",
        {"occurrences": [7], "by": "Văn phòng", "sent_back": True, "at": ISO},
    ),
    (
        Difficulty((7,), "chưa có kinh phí", "Lan", AT, 9),
        "difficulty:9",
        {"occurrences": [7], "note": "chưa có kinh phí", "by": "Lan", "at": ISO, "change": 9},
    ),
    (DifficultyAnswered((7,), "sẽ bố trí", 9), "answer:9", {"occurrences": [7], "note": "sẽ bố trí", "change": 9}),
    (
        Support((7,), "gửi số liệu", "Lan", "Phòng Tư pháp", 9),
        "support:9",
        {"occurrences": [7], "note": "gửi số liệu", "by": "Lan", "unit": "Phòng Tư pháp", "change": 9},
    ),
    (
        Release((12, 7), ((10, "once", 2),), (7,), ((12, "chờ", AT),), ((7, AT),), DAY),
        "release:2023-03-08:49c11943dc5b88d7",
        {
            "occurrences": [12, 7],
            "owing": [[10, "once", 2]],
            "unreached": [7],
            "difficulties": [[12, "chờ", ISO]],
            "settled": [[7, ISO]],
            "day": "2023-03-08",
        },
    ),
    (
        LeadNamed(**PART, plan_title="", task_id=10, unit_id=2, at=AT, product="Kế hoạch", deadline=UNREAD, due=DAY),
        f"lead:10:2:{ISO}",
        {
            **PART,
            "plan_title": "",
            "task_id": 10,
            "unit_id": 2,
            "at": ISO,
            "product": "Kế hoạch",
            "deadline": UNREAD.to_record(),
            "due": "2023-03-08",
        },
    ),
    (
        PartEnded(**PART, plan_title="CCHC", task_id=10, unit_id=2, at=AT, part=Part.COORDINATING),
        f"part:10:2:{ISO}",
        {**PART, "plan_title": "CCHC", "task_id": 10, "unit_id": 2, "at": ISO, "part": "coordinating"},
    ),
    (
        PlanTakenBack("Phòng Tư pháp", "06/KH-UBND", "CCHC", 1, 2, AT),
        f"plan-back:1:2:{ISO}",
        {
            "unit": "Phòng Tư pháp",
            "plan": "06/KH-UBND",
            "plan_title": "CCHC",
            "plan_id": 1,
            "unit_id": 2,
            "at": ISO,
        },
    ),
    (
        PlanGone("UBND thành phố", "06/KH-UBND", "CCHC", 1, AT),
        f"plan-gone:1:{ISO}",
        {"issuer": "UBND thành phố", "plan": "06/KH-UBND", "plan_title": "CCHC", "plan_id": 1, "at": ISO},
    ),
    (
        WorkHandedOver("Phường Quang Trung", "Phường Lam Sơn", ("P-QT", "P-LS")),
        "handed_over:P-QT:P-LS",
        {"unit": "Phường Quang Trung", "successor": "Phường Lam Sơn", "codes": ["P-QT", "P-LS"]},
    ),
    (
        WorkTakenOver("Phường Quang Trung", "Phường Lam Sơn", ("P-QT", "P-LS")),
        "taken_over:P-QT:P-LS",
        {"unit": "Phường Quang Trung", "successor": "Phường Lam Sơn", "codes": ["P-QT", "P-LS"]},
    ),
    (Unlinked("Phòng Nội vụ", 5, AT), f"unlink:5:{ISO}", {"unit": "Phòng Nội vụ", "address": 5, "at": ISO}),
    (
        Broadcast("8 giờ họp", 6, "Phạm Thị Thu", ("Phòng Tư pháp",)),
        "broadcast:6",
        {"text": "8 giờ họp", "draft": 6, "by": "Phạm Thị Thu", "to": ["Phòng Tư pháp"]},
    ),
    (
        NotedFor((7,), "xong", "2 tin", AT),
        f"noted-for:7:{ISO}",
        {"occurrences": [7], "how": "xong", "note": "2 tin", "at": ISO},
    ),
    (NoteRefused((7,), "Lan", AT), f"note-refused:7:{ISO}", {"occurrences": [7], "by": "Lan", "at": ISO}),
    (
        Relayed("Phòng Kinh tế", Role.HEAD, "xin cử người hướng dẫn", "Lan", AT, 5),
        "relayed:5",
        {
            "unit": "Phòng Kinh tế",
            "role": "head",
            "note": "xin cử người hướng dẫn",
            "by": "Lan",
            "at": AT.isoformat(),
            "change": 5,
        },
    ),
    (
        AllowanceShort("channel:42", date(2023, 3, 1), 2400, 3000),
        "allowance:channel:42:2023-03-01",
        {"bot": "channel:42", "month": "2023-03-01", "messages": 2400, "allowed": 3000},
    ),
    (
        PeopleShort("channel:42", date(2023, 3, 1), 40, 50),
        "people:channel:42:2023-03-01:short",
        {"bot": "channel:42", "month": "2023-03-01", "people": 40, "allowed": 50},
    ),
    (
        PeopleShort("channel:42", date(2023, 3, 1), 50, 50),
        "people:channel:42:2023-03-01:full",
        {"bot": "channel:42", "month": "2023-03-01", "people": 50, "allowed": 50},
    ),
    (
        Lockout("Lan", "zalo", True, ("Phòng Nội vụ",), True, False, 5, AT, "Asia/Ho_Chi_Minh", 8),
        "lockout:8",
        {**LOCKED, "number": 8},
    ),
    (Silent(("Phòng Nội vụ",), 5, AT), f"silent:5:{ISO}", {"units": ["Phòng Nội vụ"], "address": 5, "at": ISO}),
]

# Records as earlier releases kept them, and what is read of them today.
EARLIER: list[tuple[dict[str, Any], Notice]] = [
    ({"kind": "urged"}, Urged((), NO_DAY)),
    ({"kind": "urged", "occurrences": [12, 7]}, Urged((12, 7), NO_DAY)),
    ({"kind": "returned", "occurrences": [7], "reason": "thiếu"}, Returned((7,), "thiếu", 0)),
    ({"kind": "evidence_added", "occurrences": [7], "by": ""}, EvidenceAdded((7,), "", NO_MOMENT)),
    ({"kind": "extension_asked", "occurrences": [7], "extension": 4}, ExtensionAsked((7,), 4)),
    ({"kind": "extension_granted", "occurrences": [7], "ground": "số 15"}, ExtensionGranted((7,), "số 15", 0)),
    (
        {"kind": "extension_refused", "occurrences": [7], "reason": "", "until": "2023-03-08"},
        ExtensionRefused((7,), "", DAY, 0),
    ),
    ({"kind": "day_set", "occurrences": [7]}, DaySet((7,), "", NO_MOMENT)),
    ({"kind": "day_set", "occurrences": [7], "ground": "số 15"}, DaySet((7,), "số 15", NO_MOMENT)),
    ({"kind": "joint_offered", "occurrences": [7]}, JointOffered((7,), 0)),
    ({"kind": "joint_reported", "occurrences": [7], "by": "Văn phòng"}, JointReported((7,), "Văn phòng", NO_MOMENT)),
    (
        {"kind": "joint_ended", "occurrences": [7], "by": "Văn phòng", "sent_back": False},
        JointEnded((7,), "Văn phòng", sent_back=False, at=NO_MOMENT),
    ),
    (
        {"kind": "difficulty", "occurrences": [7], "note": "chờ", "by": "", "at": ISO},
        Difficulty((7,), "chờ", "", AT, 0),
    ),
    (
        {"kind": "difficulty_answered", "occurrences": [7], "note": "sẽ bố trí"},
        DifficultyAnswered((7,), "sẽ bố trí", 0),
    ),
    (
        {"kind": "support", "occurrences": [7], "note": "", "by": "Lan", "unit": "Phòng Tư pháp"},
        Support((7,), "", "Lan", "Phòng Tư pháp", 0),
    ),
    ({"kind": "release", "occurrences": [7]}, Release((7,), (), (), (), (), NO_DAY)),
    (
        {"kind": "lead_named", **PART},
        LeadNamed(**PART, plan_title="", task_id=0, unit_id=0, at=NO_MOMENT, product="", deadline=None, due=None),
    ),
    (
        {"kind": "lead_named", **PART, "product": "", "deadline": UNREAD.to_record(), "due": None},
        LeadNamed(**PART, plan_title="", task_id=0, unit_id=0, at=NO_MOMENT, product="", deadline=UNREAD, due=None),
    ),
    (
        {"kind": "part_ended", **PART, "part": "lead"},
        PartEnded(**PART, plan_title="", task_id=0, unit_id=0, at=NO_MOMENT, part=Part.LEAD),
    ),
    (
        {"kind": "plan_taken_back", "unit": "A", "plan": "", "plan_title": "CCHC"},
        PlanTakenBack("A", "", "CCHC", 0, 0, NO_MOMENT),
    ),
    ({"kind": "handed_over", "unit": "A", "successor": "B"}, WorkHandedOver("A", "B", ())),
    ({"kind": "taken_over", "unit": "A", "successor": "B"}, WorkTakenOver("A", "B", ())),
    ({"kind": "unlinked", "unit": "A"}, Unlinked("A", 0, NO_MOMENT)),
    ({"kind": "broadcast", "text": "8 giờ họp"}, Broadcast("8 giờ họp", 0, "", ())),
    (
        {"kind": "lockout", **LOCKED},
        Lockout("Lan", "zalo", True, ("Phòng Nội vụ",), True, False, 5, AT, "Asia/Ho_Chi_Minh", 0),
    ),
    ({"kind": "silent", "units": ["A", "B"]}, Silent(("A", "B"), 0, NO_MOMENT)),
]

UNREADABLE: list[dict[str, Any]] = [
    {},
    {"kind": "of-a-newer-release"},
    {"kind": ["urged"]},
    {"kind": "urged", "occurrences": 7},
    {"kind": "urged", "occurrences": ["7"]},
    {"kind": "returned", "occurrences": [7]},
    {"kind": "returned", "occurrences": [7], "reason": None},
    {"kind": "extension_asked", "occurrences": [7]},
    {"kind": "extension_refused", "occurrences": [7], "reason": "", "until": "08/03/2023"},
    {"kind": "release", "occurrences": [7], "owing": [[10, "once"]]},
    {"kind": "lead_named", **PART, "deadline": "Tháng 3"},
    {"kind": "part_ended", **PART, "part": "owner"},
]


def test_every_kind_has_its_name_and_its_record() -> None:
    assert {notice.kind for notice, *_ in NOTICES} == set(KINDS)
    said = [(notice, notice.key, to_record(notice)) for notice, *_ in NOTICES]
    assert said == [(notice, key, {"kind": notice.kind, **record}) for notice, key, record in NOTICES]


def test_a_record_is_read_as_the_notice_that_it_keeps() -> None:
    assert [from_record(to_record(notice)) for notice, *_ in NOTICES] == [notice for notice, *_ in NOTICES]


def test_records_of_earlier_releases_are_read() -> None:
    new = {each.kind for each in (AllowanceShort, PeopleShort, Relayed, NotedFor, NoteRefused, PlanGone)}
    assert {notice.kind for _, notice in EARLIER} == set(KINDS) - new
    assert [(record, from_record(record)) for record, _ in EARLIER] == EARLIER


@pytest.mark.parametrize("record", UNREADABLE, ids=str)
def test_what_cannot_be_read_is_no_notice(record: dict[str, Any]) -> None:
    assert from_record(record) is None
