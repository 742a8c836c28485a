"""Where in a sentence the words of time stand: "… báo cáo UBND xã trước ngày 15/6 …" → "trước ngày 15/6"."""

import re

# Words and figures that may stand inside a phrase of time, once it has begun.
_WORD = (
    r"(?:\d{1,2}(?:/\d{1,2})?/\d{4}|\d{1,2}/\d{1,2}|\d{1,4}|[IVX]{1,4}|một|hai|ba|đầu tiên|đầu|giữa|cuối|ngày|tháng"
    r"|qu[ýí]|năm|tuần|k[ỳì]|trước|(?:chậm|muộn) nhất(?: là)?|xong|gửi|đến|hết|từ|trong|vào|sau|liền kề|h[àằ]ng|mỗi"
    r"|định k[ỳì]|của|và|hoặc|lần|\d{1,2}h(?:\d\d)?|giờ|phút)(?!\w)"
)
_NUMBER = r"(?:\d|[IVX]{1,4}\b)"
_PERIOD = r"(?:ngày|tuần|tháng|qu[ýí]|năm)"
_BEGINS = "|".join((
    r"định k[ỳì]",
    r"(?:h[àằ]ng|mỗi) (?:tuần|tháng|qu[ýí]|năm)",
    r"(?:chậm|muộn) nhất",
    rf"trước(?= (?:{_PERIOD} )?{_NUMBER})(?! \d+ (?:{_PERIOD}|phút|giờ(?! ngày| \d)))",
    rf"đến(?= (?:hết )?(?:ngày|tháng|qu[ýí]) {_NUMBER})",
    rf"(?:trong|vào)(?= (?:ngày|tuần|tháng|qu[ýí]) {_NUMBER})",
    rf"từ(?= (?:ngày|tháng|qu[ýí]) {_NUMBER})",
    r"ngày (?=\d{1,2} h[àằ]ng tháng)",
    rf"(?<=hoàn thành )(?:trong )?(?={_PERIOD} {_NUMBER})",
    r"(?:\d{1,2}|một|hai) lần(?=/| mỗi| trong (?:một )?(?:tháng|qu[ýí]|năm))",
    r"(?<=báo cáo )(?:tháng|qu[ýí]|0?6 tháng)(?=,| và )",
    rf"^(?:trong )?(?=(?:tháng|qu[ýí]|năm) {_NUMBER})",
    r"(?<=, )thường xuyên(?= trong năm$|$)",
    r"ngày (?=\d{1,2}/\d{1,2}/\d{4}$)",
))  # fmt: skip
_PHRASE = re.compile(rf"(?<!\w)(?:{_BEGINS})(?:[\s,(/)]*{_WORD})*", re.IGNORECASE)
_ALLOWANCE = re.compile(
    r"(?<!\w)trong (?:vòng|thời gian|thời hạn) \d{1,3} (?:ngày|tháng)(?: làm việc)?"
    r" (?:kể từ|từ khi|sau khi) [^,;.]*?(?:ban hành|kế hoạch|quyết định|văn bản|công văn|kết thúc|ký)[^,;.]*",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"(?:[\s,(/)]|(?<!\w)(?:và|hoặc|của|trong|từ|đến|hết|trước|(?<!tháng )(?<!quý )(?<!năm )sau|vào|gửi|xong|mỗi"
    r"|h[àằ]ng|đầu|giữa|cuối))++$",
    re.IGNORECASE,
)
# "mỗi quý 01 chuyên đề": the number counts what follows.
_COUNT = re.compile(r"((?:mỗi|h[àằ]ng) (?:tuần|tháng|qu[ýí]|năm)) \d{1,3}$", re.IGNORECASE)
# What the day belongs to where it is not the duty's: the figures of a report, the force of a law.
_NOT_OURS = re.compile(
    r"(?:hiệu lực|được ban hành|số liệu|tính|giai đoạn|so với)(?: (?:kể|từ|ngày|tháng|quý|năm|[\dIVX/]+)){0,8}\s*$",
    re.IGNORECASE,
)
# A day alone is when something is sent in; behind a document it is the document's.
_BARE_DAY = re.compile(r"ngày \d{1,2}/\d{1,2}/\d{4}", re.IGNORECASE)
_SENT_IN = re.compile(
    r"(?<!\w)(?:báo cáo|gửi|nộp|trình|hoàn thành)(?!\w)"
    r"(?!.*(?:công văn|kế hoạch|quyết định|văn bản|thông báo|nghị|luật|số) [^,;]*$)[^;]*$",
    re.IGNORECASE,
)
_LONE = re.compile(r"định k[ỳì]", re.IGNORECASE)
_DONE_REGULARLY = re.compile(
    r",? (?:tổng hợp|báo cáo|gửi|rà soát|kiểm tra|đánh giá|tổ chức|cập nhật|đăng|công khai|thông báo|thống kê|sơ kết)",
    re.IGNORECASE,
)
_REPORT_BEFORE = re.compile(r"báo cáo\s*$", re.IGNORECASE)


def times_in(clause: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each phrase of time in a clause of single-spaced text, in its order."""
    found = [match.span() for match in _ALLOWANCE.finditer(clause)]
    for match in _PHRASE.finditer(clause):
        start, end = match.start(), _end(clause, *match.span())
        if end > start and not _overlaps(start, found) and _is_when(clause, start, end):
            found.append((start, end))
    return tuple(sorted(found))


def _end(clause: str, start: int, end: int) -> int:
    """Where the phrase ends without what only leads on to the next words, but with its brackets closed."""
    kept = _COUNT.sub(r"\1", _HANGING.sub("", clause[start:end]))
    end = start + len(kept)
    return end + (kept.count("(") > kept.count(")") and clause.startswith(")", end))


def _overlaps(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def _is_when(clause: str, start: int, end: int) -> bool:
    before, phrase = clause[:start], clause[start:end]
    if _LONE.fullmatch(phrase):
        # "công tác chuyển đổi vị trí định kỳ" names a thing, "định kỳ tổng hợp" says when.
        return bool(_DONE_REGULARLY.match(clause, end) or _REPORT_BEFORE.search(before))
    if _BARE_DAY.fullmatch(phrase):
        return _SENT_IN.search(before) is not None
    return not _NOT_OURS.search(before)
