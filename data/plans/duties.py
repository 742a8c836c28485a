"""The duties outside the table: which paragraphs of "Tổ chức thực hiện" are tasks, and which are only to be read."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from data.agencies import Registry, fan_out, resolve
from data.deadline import read
from data.deadline.mentions import times_in
from data.documents import Document, Duty
from data.plans.drafts import DraftTask
from data.words import fold

__all__ = ["kept_duties", "offered_tasks", "own_product"]

_CLAUSE = re.compile(r"\s*;\s*|\s*\+\s+|(?<=[^\W\d])\.\s+(?=[^\W\d_])|(?<=\d)\.\s+(?=[^\W\d_])|\.\s*$")


def offered_tasks(
    document: Document, registry: Registry, year: int, issued_on: date | None = None
) -> tuple[DraftTask, ...]:
    """The paragraphs that ask for something by a day, at a cadence or as a product, as tasks of their heading's units.

    Its deadline is read from the words of time alone; without any it is `unspecified`.
    """
    return tuple(_task(duty, registry, year, issued_on) for duty in document.duties if _asks(duty))


def kept_duties(document: Document) -> tuple[Duty, ...]:
    """The other paragraphs: there is nothing in them to tick off."""
    return tuple(duty for duty in document.duties if not _asks(duty))


def _task(duty: Duty, registry: Registry, year: int, issued_on: date | None) -> DraftTask:
    clauses = tuple(_clauses(duty))
    spans = [(clause, times_in(clause)) for clause in clauses]
    when = "; ".join(", ".join(clause[start:end] for start, end in times) for clause, times in spans if times)
    products = [_timed_product(clause, times) if times else own_product(clause) for clause, times in spans]
    lead, partners = (_codes(words, registry) for words in (duty.heading, duty.coordinating))
    return DraftTask(
        number=duty.number,
        section=duty.heading,
        title=duty.text,
        product="; ".join(dict.fromkeys(filter(None, products))),
        lead_text=duty.heading,
        coordinating_text=duty.coordinating,
        deadline=read(when, year, issued_on=issued_on),
        lead=lead,
        coordinating=tuple(code for code in partners if code not in lead),
    )


def _codes(words: str, registry: Registry) -> tuple[str, ...]:
    matches = resolve(words, registry)
    return tuple(dict.fromkeys(code for match in matches if match.code for code in fan_out(match.code, registry)))


def _asks(duty: Duty) -> bool:
    return any(times_in(clause) or own_product(clause) for clause in _clauses(duty))


def _clauses(duty: Duty) -> Iterator[str]:
    """What the paragraph says, piece by piece, without the addressee's name where a piece repeats it."""
    text = " ".join(unicodedata.normalize("NFC", duty.text).split())
    for clause in _CLAUSE.split(text):
        if clause:
            yield _unaddressed(clause[:_LONGEST], duty.heading)


def _unaddressed(clause: str, heading: str) -> str:
    name = " ".join(heading.split())
    return clause[len(name) :].lstrip(" :,") if fold(clause[: len(name)]) == fold(name) else clause


_LONGEST = 2_000  # letters of a clause that are looked at

_MAKING = (
    r"(?:xây dựng|ban hành|lập|soạn thảo|biên soạn|hoàn thiện|trình|tham mưu|phê duyệt|in ấn|phát hành|thiết lập"
    r"|thành lập)"
)
_DOCUMENT = (
    r"(?:(?:các |dự thảo |bộ ){0,3}(?:kế hoạch|chương trình|đề án|quyết định|chỉ thị|quy chế|tờ trình|danh mục"
    r"|phương án|đề cương|văn bản|công văn|tài liệu|dự toán|cẩm nang|tiêu chí|kênh|chuyên mục|chuyên trang|tổ công tác"
    r"|ban chỉ đạo|đường dây nóng))(?!\w| này| trên| nêu trên| số \d)"
)
_BODY = (
    r"(?:(?:,? (?:giúp|cho))? (?:Chủ tịch )?"
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Tỉnh ủy|Huyện ủy|Thành ủy)[^,;]{0,40}?)"
)
_MADE = re.compile(rf"(?<!\w){_MAKING}(?:,? (?:và )?{_MAKING}|{_BODY}){{0,4}} (?P<product>{_DOCUMENT})", re.IGNORECASE)
_NEXT_VERBS = (
    r"(?:triển khai|thực hiện|hướng dẫn|giao|phân công|chỉ đạo|đôn đốc|tăng cường|đẩy mạnh|duy trì|nâng cao|phối hợp"
    r"|chủ động|kịp thời|(?<!cá nhân, )(?<!cơ quan, )(?<!công dân, )(?<!người dân, )tổ chức)"
)
_ENDS = re.compile(
    r"[;:(]|,? (?:gửi|trình|báo cáo|nhằm|để|nêu rõ|bảo đảm|đảm bảo|theo|phù hợp|trên cơ sở|tại|trên|hoàn thành|xong)"
    rf"(?!\w)|, {_NEXT_VERBS} ",
    re.IGNORECASE,
)
_NAME = r"(?: (?!(?:về|trên|của|với|tại|để|cho|từ|đến|theo|do|nhằm|trong|và)(?!\w))[^\s,;.]+)"
_REPORT = re.compile(
    r"(?<!theo )(?<!mẫu )(?<!tại )(?<!nội dung )(?<!số liệu )(?<!\w)"
    r"báo cáo(?: (?:sơ kết|tổng kết|đánh giá|chuyên đề))?(?!\w| số \d)",
    re.IGNORECASE,
)
_COLLECTED = re.compile(
    r"(?:^|, |và )tổng hợp(?!\w)[^;]{0,120}?(?:,| và)? báo cáo (?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Thường trực|Sở|Bộ"
    r"|Chính phủ|Tỉnh ủy|Thành ủy|Huyện ủy|cấp trên|kết quả|tình hình|theo)(?!\w)",
    re.IGNORECASE,
)
_MEETING = r"(?:lớp|hội nghị|hội thảo|cuộc|buổi|đợt|tọa đàm|diễn đàn)"
_COUNTED = re.compile(
    rf"(?<=tổ chức )(?:(?:ít nhất|tối thiểu) )?\d{{1,3}} {_MEETING}{_NAME}{{0,4}}",
    re.IGNORECASE,
)
_PIECE = r"(?:chuyên mục|chuyên đề|chuyên trang|bản tin|tin,? bài|phóng sự|tờ gấp|tờ rơi|áp phích)"
_PUBLISHED = re.compile(rf"(?<!\w){_PIECE}(?:(?:,| và)? {_PIECE}){{0,6}}{_NAME}{{0,3}}", re.IGNORECASE)
_CONTINGENT = re.compile(r"khó khăn|vướng mắc|phát sinh|khi có|nếu có|đột xuất", re.IGNORECASE)

# What may stand before the making where it is the addressee's own: no subject, no order to others.
_MANNER = (
    r"(?:chủ động|tích cực|tiếp tục|khẩn trương|kịp thời|nghiêm túc|có trách nhiệm|chịu trách nhiệm|phải|cần|tổ chức"
    rf"|thực hiện|tổng hợp|gửi|là đầu mối|chế độ|thông tin|và|{_MAKING})"
)
_OWN = re.compile(
    rf"(?:(?:căn cứ|trên cơ sở|theo) [^;]*, )?(?:{_MANNER}[,\s]+|[^\s,]+(?: [^\s,]+){{0,2}}, )*+"
    r"(?:(?:chủ trì|tham mưu)(?!\w).*)?",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"(?<!\w)(?:hướng dẫn|chỉ đạo|đôn đốc|yêu cầu|đề nghị|giao|theo dõi|kiểm tra|giám sát|vận động|phối hợp)(?!\w)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"chủ trì(?:,| và)? phối hợp", re.IGNORECASE)


def _timed_product(clause: str, times: Sequence[tuple[int, int]]) -> str:
    """What is due at the clause's `times`, as far as its words say; "" where they do not."""
    words = clause
    for start, end in times:
        words = words[:start] + ";" * (end - start) + words[end:]
    if made := _MADE.search(words):
        return _name(words[made.start("product") :])
    for pattern in (_REPORT, _COUNTED):
        if found := pattern.search(words):
            return _name(found.group())
    published = list(_PUBLISHED.finditer(words))
    # What is named last before the time is what comes at that time.
    before = [found for found in published if times and found.end() <= times[-1][0]]
    return _name((before or published)[-1].group()) if published else ""


def own_product(clause: str) -> str:
    """What a clause without a time asks of its addressee, and not only if need be or of others; "" where nothing."""
    clause = clause[:_LONGEST]
    made = _MADE.search(clause)
    if made and _is_own(clause[: made.start()]):
        name = _name(clause[made.start("product") :])
        # A budget estimate follows the calendar of the budget law; only a day in the plan makes it the plan's.
        return "" if name.startswith("Dự toán") else name
    counted = _COUNTED.search(clause)
    if counted and _is_own(clause[: counted.start()]):
        return _name(counted.group())
    if _CONTINGENT.search(clause):
        return ""
    report = _REPORT.search(clause)
    # Whoever orders others about and then collects reports of it himself: "Đôn đốc các đơn vị, tổng hợp, báo cáo UBND".
    own = report and (_is_own(clause[: report.start()]) or _COLLECTED.search(clause))
    return _name(report.group()) if report and own else ""


def _is_own(before: str) -> bool:
    return _OWN.fullmatch(before) is not None and not _ORDERS.search(_LEADING.sub("", before))


def _name(words: str) -> str:
    """The words up to where the naming ends, as the name of a product."""
    end = _ENDS.search(words, 1)
    name = words[: end.start() if end else None].strip(" ,.")
    return name[:1].upper() + name[1:]
