"""What is asked of a plan, in words: every code that the code can ask, and each sentence as an office reads it."""

import ast
from pathlib import Path

import pytest

from locales import LOCALES, words_for
from locales.questions import CODES, question_text

ROOT = Path(__file__).parents[2]
ROOMS = ("data", "scheduler", "bot")
_PLACE_OF_CODE = 1  # DraftQuestion(task, code, fields)


def asked_codes() -> set[str]:
    """The code of every Question that is made anywhere."""
    sources = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    calls = (node for path in sources for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {code for call in calls if isinstance(call, ast.Call) and (code := code_of(call))}


def code_of(call: ast.Call) -> str | None:
    if not isinstance(call.func, ast.Name) or call.func.id not in {"DraftQuestion", "Question"}:
        return None
    given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    values = given or call.args[_PLACE_OF_CODE : _PLACE_OF_CODE + 1]
    return next((str(value.value) for value in values if isinstance(value, ast.Constant)), None)


SENTENCES: list[tuple[tuple[str | None, str, dict[str, object]], str]] = [
    (
        ("10", "deadline.unreadable", {}),
        (
            "Việc 10: Thời hạn không đọc được trong cơ sở dữ liệu. Đề nghị cho biết ngày phải hoàn thành,"
            " hoặc nhập lại Kế hoạch."
        ),
    ),
    (
        ("10", "work.unreadable", {"unit": "Phòng Kinh tế"}),
        (
            "Việc 10: Phần việc của Phòng Kinh tế không đọc được trong cơ sở dữ liệu nên đơn vị chưa được nhắc. Đề nghị"
            " báo người quản trị hệ thống."
        ),
    ),
    (
        ("10", "work.unreadable", {}),
        "Việc 10: Kế hoạch có nội dung chưa rõ. Đề nghị đồng chí xem lại.",
    ),
    (
        (None, "coordinator", {"unit": "Văn phòng HĐND và UBND"}),
        (
            "Danh sách đơn vị chưa ghi đơn vị điều phối. Theo kế hoạch, Văn phòng HĐND và UBND theo dõi, đôn đốc nên được"
            " hiểu là đơn vị điều phối; tin nhắn gửi các đơn vị ghi tên đơn vị này. Nếu là đơn vị khác, đề nghị cho biết."
        ),
    ),
    (
        (None, "annex.date", {"annex": "2022-01-11", "plan": "2023-01-11", "guess": "2023-01-11"}),
        (
            "Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là:"
            " 11/01/2023."
        ),
    ),
    (
        ("III.1.1", "year.mismatch", {"text": "Xây dựng Kế hoạch năm 2022", "year": 2022, "plan": 2023, "guess": 2023}),
        (
            "Nhiệm vụ III.1.1: Nội dung “Xây dựng Kế hoạch năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023."
            " Hệ thống đang hiểu là: 2023."
        ),
    ),
    (
        (None, "year.mismatch", {"number": "III.2.3", "text": "Tập huấn năm 2022", "year": 2022, "plan": 2023}),
        ("Nhiệm vụ III.2.3: Nội dung “Tập huấn năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023."),
    ),
    (
        (
            None,
            "citation.days",
            {"document": "76/NQ-CP", "days": ["2021-07-15", "2021-07-16"], "rows": ["1", "III.2.3", "4"]},
        ),
        (
            "Văn bản số 76/NQ-CP được viện dẫn với nhiều ngày ban hành: 15/07/2021, 16/07/2021 (việc 1, 4, mục III.2.3). Đề"
            " nghị cho biết ngày đúng."
        ),
    ),
    (
        (None, "citation.day", {"document": "76/NQ-CP", "text": "31/11/2021", "rows": ["1"]}),
        (
            "Văn bản số 76/NQ-CP được viện dẫn với ngày ban hành 31/11/2021 (việc 1), ngày này chưa hợp lý. Đề nghị"
            " cho biết ngày đúng."
        ),
    ),
    (
        ("5", "number.gap", {"after": "2", "missing": ["3", "4"]}),
        "Việc 5: Sau số thứ tự 2 không có số 3, 4. Đề nghị cho biết có thiếu nhiệm vụ nào không.",
    ),
    (
        ("1(2)", "number.duplicate", {"number": "1"}),
        "Việc 1(2): Số thứ tự 1 xuất hiện nhiều lần trong bảng.",
    ),
    (
        ("7", "task.repeated", {"same": "5"}),
        "Việc 7: Nội dung trùng với việc 5. Đề nghị cho biết có phải hai việc khác nhau không.",
    ),
    (
        ("7", "product.blank", {"guess": "Kế hoạch truyền thông"}),
        (
            "Việc 7: Kế hoạch chưa ghi sản phẩm của nhiệm vụ. Đề nghị cho biết sản phẩm phải có. Đề xuất: Kế"
            " hoạch truyền thông."
        ),
    ),
    (
        (None, "product.blank", {"rows": ["7", "8"]}),
        "Kế hoạch chưa ghi sản phẩm của việc 7, 8. Đề nghị cho biết sản phẩm phải có.",
    ),
    (
        ("12", "agency.both-sides", {"agencies": ["UBND các phường, xã"]}),
        ("Việc 12: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì."),
    ),
    (
        (
            None,
            "agency.two-names",
            {
                "names": ["Trung tâm Văn hóa và Truyền thông thành phố"],
                "places": ["III.6"],
                "guess": "Trung tâm Văn hóa và Truyền thanh",
            },
        ),
        (
            "Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác."
            " Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh."
        ),
    ),
    (
        ("11", "depends-on", {"on": "10", "document": "Kế hoạch truyền thông"}),
        (
            "Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông). Đề nghị"
            " cho biết thời hạn khi văn bản được ban hành."
        ),
    ),
    (
        (
            "9",
            "event.after-due",
            {
                "event": "Ngày Pháp luật Việt Nam",
                "day": "2023-11-09",
                "source": "Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012",
                "due": "2023-09-30",
                "text": "Quý III/2023",
                "period": "2023-Q4",
                "guess": "2023-12-31",
            },
        ),
        (
            "Việc 9: Thời hạn “Quý III/2023” kết thúc trước Ngày Pháp luật Việt Nam (09/11/2023, theo Điều 8 Luật"
            " Phổ biến, giáo dục pháp luật năm 2012). Đề nghị cho biết thời hạn đúng. Đề xuất: 31/12/2023."
        ),
    ),
    (
        ("1", "deadline.past", {"due": "2022-01-31", "plan": "2023-01-11", "guess": "2023-01-31"}),
        (
            "Việc 1: Thời hạn 31/01/2022 trước ngày ban hành Kế hoạch (11/01/2023). Đề nghị cho biết thời"
            " hạn đúng. Đề xuất: 31/01/2023."
        ),
    ),
    (
        ("9", "deadline.day-off", {"day": "2023-09-30", "rows": ["9"], "written": False, "guess": "2023-09-29"}),
        "Việc 9: Hạn là thứ Bảy, 30/09/2023 (ngày nghỉ); hiện giữ nguyên.",
    ),
    (
        (None, "deadline.day-off", {"day": "2023-09-30", "rows": ["8", "9"], "written": True, "guess": "2023-09-29"}),
        "Hạn của việc 8, 9 là thứ Bảy, 30/09/2023 (ngày nghỉ); hiện giữ nguyên.",
    ),
    (
        ("3", "state.doubt", {"why": "unknown", "text": "Treo"}),
        "Việc 3: Tệp ghi tình trạng “Treo”, chưa rõ nghĩa. Hệ thống đang hiểu là chưa hoàn thành.",
    ),
    (
        ("3", "state.doubt", {"why": "percent", "text": "Đã hoàn thành", "share": "60%"}),
        "Việc 3: Tệp ghi tình trạng “Đã hoàn thành” nhưng tiến độ “60%”. Hệ thống đang hiểu là chưa hoàn thành.",
    ),
    (
        ("3", "state.doubt", {"why": "day", "text": "Đang thực hiện", "day": "2023-03-12"}),
        (
            "Việc 3: Tệp ghi tình trạng “Đang thực hiện” nhưng lại có ngày hoàn thành 12/03/2023. Hệ thống đang hiểu"
            " là chưa hoàn thành."
        ),
    ),
    (
        ("3", "state.doubt", {"why": "future", "day": "2023-12-20"}),
        "Việc 3: Tệp ghi ngày hoàn thành 20/12/2023, ngày này chưa đến. Hệ thống đang hiểu là chưa hoàn thành.",
    ),
    (
        ("3", "state.doubt", {"why": "early", "day": "2023-01-05", "plan": "2023-01-11"}),
        (
            "Việc 3: Tệp ghi ngày hoàn thành 05/01/2023, trước ngày ban hành Kế hoạch (11/01/2023). Hệ thống đang hiểu"
            " là chưa hoàn thành."
        ),
    ),
    (
        ("3", "state.doubt", {"why": "several", "text": "Đã hoàn thành"}),
        (
            "Việc 3: Tệp ghi tình trạng “Đã hoàn thành”, không rõ cho mốc hoặc kỳ nào. Hệ thống đang hiểu là các mốc,"
            " kỳ còn lại vẫn phải báo."
        ),
    ),
    (
        ("3", "state.doubt", {"why": "later.unread", "text": "có"}),
        ("Việc 3: Tệp ghi gia hạn “có”, không rõ đến ngày nào. Hệ thống đang giữ thời hạn theo Kế hoạch."),
    ),
    (
        ("3", "state.doubt", {"why": "later.several", "day": "2023-09-30"}),
        (
            "Việc 3: Tệp ghi gia hạn đến 30/09/2023, không rõ cho mốc hoặc kỳ nào. Hệ thống đang giữ thời hạn theo Kế"
            " hoạch."
        ),
    ),
    (
        ("3", "state.doubt", {"why": "later.before", "day": "2023-06-10", "due": "2023-08-31"}),
        (
            "Việc 3: Tệp ghi gia hạn đến 10/06/2023, không sau thời hạn theo Kế hoạch (31/08/2023). Hệ thống đang giữ"
            " thời hạn theo Kế hoạch."
        ),
    ),
]


def test_every_code_that_can_be_asked_has_a_sentence() -> None:
    assert asked_codes() == CODES


@pytest.mark.parametrize(("asked", "sentence"), SENTENCES)
def test_what_is_asked(asked: tuple[str | None, str, dict[str, object]], sentence: str) -> None:
    number, code, fields = asked
    assert question_text(words_for("vi"), code, number, fields) == sentence


@pytest.mark.parametrize("code", sorted(CODES))
def test_each_sentence_is_one_of_its_language(code: str) -> None:
    fields: dict[str, object] = next((fields for (_, each, fields), _ in SENTENCES if each == code), {})
    filled = {"due": "2023-01-05", "text": "Theo kế hoạch", "part": "lead", "number": "1"} | fields
    said = {
        question_text(words_for(locale), each, "1", filled) for locale in LOCALES for each in (code, "no such code")
    }
    assert len(said) == 2 * len(LOCALES)
