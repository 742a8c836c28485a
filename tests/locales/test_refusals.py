"""Every way of being refused has a sentence in both languages, which says what to do."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_type_hints

import pytest

from data import engines, refusals
from data.refusals import Refusal
from data.talk import Act
from locales import LOCALES, words_for
from locales.refusals import AWAY, FAULTS, REASONS, refusal

DATA = Path(refusals.__file__).parent
AT = datetime(2023, 1, 30, 2, 12, tzinfo=UTC)

# A field's value by its type; days are kept as ISO text.
VALUES: dict[object, object] = {
    str: "10",
    int: 8080,
    int | None: 3,
    object: AT,
    datetime: AT,
    bool: False,
    tuple[str, ...]: ("P-LL", "P-LS"),
    tuple[int, ...]: (1, 2),
    tuple[Act, ...]: (Act("xong", ("06.10",)), Act("xong", ("07.10",))),
    tuple[tuple[str, str], ...]: (("TIMEZONE", "zone"), ("LOCALE", "locale")),
}
DAYS = {"start", "end", "latest", "day", "due", "until", "wanted"}


def kinds(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for kind in of.__subclasses__():
        yield kind
        yield from kinds(kind)


def made(kind: type[Refusal], **changed: object) -> Refusal:
    hints = get_type_hints(kind, localns={"Act": Act})
    values = {name: "2023-01-31" if name in DAYS else VALUES[hints[name]] for name in kind._names}
    return kind(**{**values, **changed})


def test_a_refusal_is_made_of_its_fields_and_no_others() -> None:
    said = refusals.CalendarUnreadable(path="a.tsv", line=3)
    assert (str(said), said.fields) == (
        "CalendarUnreadable(path='a.tsv', line=3, detail='')",
        {"path": "a.tsv", "line": 3, "detail": ""},
    )
    for wrong in ({}, {"path": "a.tsv", "day": 3}):
        with pytest.raises(TypeError, match="path"):
            refusals.CalendarUnreadable(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", sorted(kinds(), key=str))
@pytest.mark.parametrize("locale", LOCALES)
def test_every_refusal_has_its_own_sentence(locale: str, kind: type[Refusal]) -> None:
    words = words_for(locale, "Phòng Nội vụ")
    sentence = refusal(words, made(kind))
    assert sentence not in {"", words.text("This cannot be done.")}
    assert not set("{}") & set(sentence)


def reasons(kind: str) -> set[str]:
    """The reason codes with which a kind of refusal is made anywhere in data/."""
    nodes = [node for path in DATA.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    return {code for node in nodes for value in given(node, kind) for code in codes(value)}


def given(node: ast.AST, kind: str) -> Iterator[ast.expr]:
    """What stands as the reason in a node: a keyword, the second argument of `unreadable`, or {"refused": …}."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        if node.func.id == kind:
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "reason")
        if node.func.id == "unreadable" and kind == "DocumentUnreadable":
            yield from node.args[1:2]
    if isinstance(node, ast.Dict) and kind == "DocumentUnreadable":
        yield from (
            value
            for key, value in zip(node.keys, node.values, strict=True)
            if isinstance(key, ast.Constant) and key.value == "refused"
        )


def codes(value: ast.expr) -> set[str]:
    if isinstance(value, ast.IfExp):
        return codes(value.body) | codes(value.orelse)
    return {str(value.value)} if isinstance(value, ast.Constant) else set()


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [
        ("DocumentUnreadable", {"missing", "empty", "too-large", "old-doc", "encrypted", "scanned-pdf"}),
        ("RegistryUnreadable", {"missing", "columns", "duplicate", "member"}),
    ],
)
def test_every_reason_has_its_own_sentence(kind: str, at_least: set[str]) -> None:
    made_with = reasons(kind)
    assert at_least - made_with == set()
    assert made_with - set(REASONS[kind]) == set()


def test_every_reason_for_a_database_to_be_away_has_its_own_sentence() -> None:
    reasons = {*engines.SQLITE.values(), *engines.POSTGRESQL.values()}
    assert reasons == set(AWAY)
    assert len(
        {refusal(words_for("vi", "Phòng Nội vụ"), refusals.DatabaseAway(reason=reason)) for reason in reasons}
    ) == len(reasons)


def test_every_fault_of_a_setting_has_its_own_words() -> None:
    settings = ast.walk(ast.parse((DATA.parent / "bot" / "settings.py").read_text("utf-8")))
    faults = {
        str(node.exc.args[0].value)
        for node in settings
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if node.exc.args and isinstance(node.exc.args[0], ast.Constant)
    }
    assert {"zone", "token"} <= faults
    assert faults - set(FAULTS) == set()


SENTENCES: list[tuple[Refusal, str]] = [
    (
        refusals.DocumentUnreadable(path="ke-hoach.doc", reason="old-doc"),
        "Tệp ke-hoach.doc ở định dạng Office cũ. Đề nghị mở tệp bằng Word hoặc Excel, chọn Save As, lưu thành .docx hoặc .xlsx rồi thử lại.",
    ),
    (
        refusals.DocumentUnreadable(path="ke-hoach.docx", reason="a reason of tomorrow"),
        "Không đọc được tệp ke-hoach.docx. Đề nghị lưu lại tệp và thử lại.",
    ),
    (
        refusals.ColumnsMissing(path="ke-hoach.docx", columns=("lead", "deadline")),
        "Bảng nhiệm vụ trong ke-hoach.docx thiếu cột: đơn vị chủ trì, thời hạn. Đề nghị bổ sung và thử lại.",
    ),
    (
        refusals.RegistryUnreadable(path="don-vi.tsv", reason="columns", line=7, detail="code"),
        "Danh sách đơn vị don-vi.tsv (dòng 7) thiếu: code. Đề nghị bổ sung và thử lại.",
    ),
    (
        refusals.RegistryUnreadable(path="don-vi.tsv", reason="duplicate", detail="VP"),
        "Danh sách đơn vị don-vi.tsv có mã bị trùng: VP. Đề nghị giữ lại một.",
    ),
    (
        refusals.SettingsInvalid(faults=(("TIMEZONE", "zone"), ("WEB_PORT", "malformed"))),
        "Đề nghị sửa cấu hình: TIMEZONE không phải múi giờ, ví dụ: Asia/Ho_Chi_Minh; WEB_PORT chưa đúng",
    ),
    (
        refusals.DatesReversed(start="2023-03-01", end="2023-02-01"),
        "Ngày cuối 01/02/2023 ở trước ngày đầu 01/03/2023. Đề nghị kiểm tra lại.",
    ),
    (
        refusals.CodeInvalid(),
        "Mã mời không đúng hoặc đã được sử dụng. Đề nghị đồng chí liên hệ Phòng Nội vụ để nhận mã mới.",
    ),
    (refusals.NumberMissing(command="xong"), "Đề nghị đồng chí ghi thêm số của việc, ví dụ: xong 10"),
    (
        refusals.TaskOfOthers(number="10", coordinating=False),
        "Việc 10 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec",
    ),
    (
        refusals.TaskOfOthers(number="10", coordinating=True, leads=("Phòng Nội vụ",)),
        "Việc 10 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.",
    ),
    (
        refusals.DayIsSet(number="10", day="2023-01-31", wanted="2023-02-15"),
        (
            "Kế hoạch đã ghi thời hạn việc 10 là 31/01/2023. Để đổi sang ngày khác, đề nghị nêu căn cứ, ví dụ:"
            " dat han 10 15/02/2023 theo công văn số …"
        ),
    ),
    (
        refusals.NoDayToExtend(number="11", closed=False),
        "Việc 11 chưa có thời hạn nên chưa đề nghị gia hạn được. Phòng Nội vụ sẽ xác định thời hạn.",
    ),
    (
        refusals.NoDayToExtend(number="1", closed=True),
        "Kỳ báo của việc 1 đã kết thúc nên không gia hạn được. Để báo bổ sung, gõ: xong 1",
    ),
    (
        refusals.NothingToShare(number="4", unit="Phòng Kinh tế", has_report=True),
        "Các đơn vị chủ trì đều đã báo việc 4, không cần báo cáo chung.",
    ),
    (
        refusals.NothingToShare(number="4", unit="Phòng Kinh tế", has_report=False),
        "Phòng Kinh tế chưa báo việc 4 nên chưa có báo cáo để lấy làm báo cáo chung. Để báo, gõ: xong 4",
    ),
    (
        refusals.TaskUnknown(number="99", sees_all=True),
        "Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh",
    ),
    (
        refusals.AlreadyDone(number="10", at=AT),
        "Việc 10 đã được báo lúc 09:12 ngày 30/01/2023. Nếu báo nhầm, gõ: bao nham 10",
    ),
    (
        refusals.NotAStandingDuty(number="10"),
        "Việc 10 có sản phẩm phải hoàn thành. Khi hoàn thành, đề nghị đồng chí gõ: xong 10",
    ),
]


@pytest.mark.parametrize(("said", "sentence"), SENTENCES, ids=lambda value: getattr(value, "code", ""))
def test_what_is_said(said: Refusal, sentence: str) -> None:
    assert refusal(words_for("vi", "Phòng Nội vụ"), said) == sentence
