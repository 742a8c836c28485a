"""What the document calls itself in the lines before its text and its table: number, day, issuer, kind, title, year."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from data.documents.document import Paragraph, TitleBlock, begins_lower, fold, tidy

HEAD_LINES = 40
"""The head of a document stands within its first lines."""

LONGEST_TITLE_LINE = 220
"""A longer line is the first paragraph of the text."""

LONGEST_CAPITALS = 600
"""A line in capitals may be longer, and still be a title."""

LONGEST_HEAD_LINE = 1_000
"""What the head says of itself is in the first letters of its lines."""

KINDS = (
    "Kế hoạch", "Quyết định", "Chương trình", "Đề án", "Chỉ thị", "Thông báo", "Phương án", "Hướng dẫn",
    "Công văn", "Nghị quyết", "Báo cáo", "Dự án", "Lịch công tác",
)  # fmt: skip

_KIND = re.compile(rf"({'|'.join(KINDS)})(?:\s+(\S.*))?", re.IGNORECASE)
_NUMBER = re.compile(r"số\s*:?\s*(\d{1,5}[a-zđ]?)\s*[/-]\s*([A-ZĐ][A-ZĐa-z0-9]*(?:[-/][A-ZĐ&][\wĐ&]*)*)", re.IGNORECASE)
_WRITTEN_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
_SHORT_DAY = re.compile(r"ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.IGNORECASE)
_ANNEX = re.compile(r"\(?\s*(?:ban hành\s+)?kèm theo\s+(\S+\s+\S+)\s+(số.*)", re.IGNORECASE)
_ANNEX_ALONE = re.compile(r"PHỤ LỤC(?: (?:SỐ )?(?:\d{1,2}|[IVX]{1,5}))?", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:UBND|[ỦU][ỶY] BAN NHÂN DÂN|Uỷ ban nhân dân)\s+(?=\S)(.+)", re.IGNORECASE)
_PLACE_KINDS = r"(?:thành phố|tỉnh|huyện|quận|thị xã|thị trấn|phường|xã|đặc khu)"
_NAMED = re.compile(rf"(?:UBND|[ỦU][ỷyỶY] ban nhân dân)\s+{_PLACE_KINDS}(?:\s+[A-ZĐÀ-Ỹ]\w{{0,10}}){{1,5}}")
_ENACTS = re.compile(
    rf"(?:UBND|[ỦU][ỷyỶY] ban nhân dân)\s+({_PLACE_KINDS}\s+[^,;.]{{2,40}}?)\s+(?:ban hành|xây dựng)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"((?:TP\.?|T\.|H\.|TX\.|P\.|thành phố|tỉnh)? ?[^,]{2,40}?) ?, ?ngày", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(20\d{2}|19\d{2})\b", re.IGNORECASE)
# What a plan looks forward to, and what it only names: the year behind it is not the plan's.
_LOOKS_AHEAD = re.compile(r"(?:đến|tới|tầm nhìn|định hướng)\s*$", re.IGNORECASE)
_LOOKS_BACK = re.compile(
    r"\b(?:chỉ thị|nghị quyết|luật|nghị định|thông tư|quyết định|pháp lệnh|kết luận|thông báo|công điện|chỉ số|kết quả"
    r"|khắc phục|tổng kết|sơ kết|rút kinh nghiệm|sau thanh tra|kiến nghị)\b[^;]{0,160}$",
    re.IGNORECASE,
)
_BLANK_DAY = re.compile(r"ngày[\s.…_/-]{1,40}tháng[\s.…_/]{0,40}(\d{1,2})?[\s.…_/]{0,40}năm\s*(\d{4})?", re.IGNORECASE)
_BLANK_NUMBER = re.compile(r"số\s*:?[\s.…_]{0,40}[/-]\s*[A-ZĐ]{2}", re.IGNORECASE)
_CITES = re.compile(
    r"\b(?:căn cứ|theo|luật|nghị|quyết định|thông tư|chỉ thị|công văn|kế hoạch|thực hiện)\b", re.IGNORECASE
)
_MOTTO = re.compile(r"CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA|ĐỘC LẬP\s*-\s*TỰ DO|ĐẢNG CỘNG SẢN VIỆT NAM$", re.IGNORECASE)
# Columns of a PDF run into one line.
_BEHIND_MOTTO = re.compile(r"^ĐỘC LẬP\s*-\s*TỰ DO\s*-\s*HẠNH PHÚC\s+(?=SỐ)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:SỞ|BỘ|CHI CỤC|CỤC|PHÒNG|VĂN PHÒNG|TRUNG TÂM|BAN QUẢN LÝ|BAN CHỈ ĐẠO|CÔNG AN|HỘI ĐỒNG)\s.+")
_ABOUT = re.compile(r"v/v:?\s+(\S.*)", re.IGNORECASE)
_GOVERNMENT = frozenset({"CHÍNH PHỦ", "THỦ TƯỚNG CHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ"})
_ISSUES = re.compile(r"(?<!CỦA)\s(?:THỦ TƯỚNG CHÍNH PHỦ|CHÍNH PHỦ|[ỦU][ỶY] BAN NHÂN DÂN|CHỦ TỊCH)\b")
_TEXT_BEGINS = re.compile(
    r"(?:căn cứ|theo(?! dõi)|ngày(?=\s*\d)|kính gửi|phần(?=\s+(?:thứ|[IVX\d]))|điều(?=\s+\d))\b|[IVX\d]+\."
    r"|[-–_*=]{2}|\(",
    re.IGNORECASE,
)
# What a list without a plan's head calls itself.
_LISTS = ("NHIỆM VỤ", "DANH MỤC", "DANH SÁCH", "BIỂU", "BẢNG", "LỊCH", "TỔNG HỢP", "THEO DÕI", "TIẾN ĐỘ")
# Many titles begin so, and so does many a text under its title.
_MAY_BEGIN_TEXT = re.compile(r"(?:thực hiện|để|nhằm|triển khai|tiếp tục)\b", re.IGNORECASE)
_ENACTING = re.compile(r"(?:ban hành|xây dựng) (?:kế hoạch|chương trình)|như sau|:$", re.IGNORECASE)


def read_title(paragraphs: Sequence[Paragraph]) -> TitleBlock:
    """What the document calls itself; each part is None where it cannot be found."""
    head = paragraphs[:HEAD_LINES]
    texts = [paragraph.text[:LONGEST_HEAD_LINE] for paragraph in head]
    annex = _annex_line(paragraphs)
    annex_cites = _short_day(annex)
    kind, title = _kind_and_title(head)
    dated = next((text for text in texts if _written_day(text) or _blank_day(text)), "")
    blank_day = _blank_day(dated)
    issued_on = _written_day(dated) or annex_cites
    number = _number(texts) or _number([annex])
    issue_year = issued_on.year if issued_on else int(blank_day[2]) if blank_day and blank_day[2] else None
    return TitleBlock(
        number=number,
        issued_on=issued_on,
        issuer=_issuer(texts, annex),
        kind=kind or _kind_of_annex(annex),
        title=title,
        year=_year(title, paragraphs, issue_year),
        annex_cites=annex_cites,
        blanks=_blanks(texts, blank_day if issued_on is None else None, is_numbered=number is not None),
    )


def _blanks(texts: Sequence[str], day: re.Match[str] | None, *, is_numbered: bool) -> tuple[str, ...]:
    """What the head leaves room for and does not say: the number, the day (with the month that it does say)."""
    number = () if is_numbered or not any(map(_BLANK_NUMBER.match, texts)) else ("number",)
    return (*number, *(("day",) if day else ()))


def _annex_line(paragraphs: Sequence[Paragraph]) -> str:
    lines = (paragraph.text[:LONGEST_HEAD_LINE] for paragraph in paragraphs)
    return next((found[0] for found in map(_ANNEX.match, lines) if found), "")


def _number(texts: Sequence[str]) -> str | None:
    """The first "Số: 06/KH-UBND" that begins a line, or the one that the annex's line cites."""
    for text in texts:
        found = _NUMBER.match(_BEHIND_MOTTO.sub("", text)) or (_ANNEX.match(text) and _NUMBER.search(text))
        if found:
            return f"{found[1]}/{found[2]}"
    return None


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def _written_day(text: str) -> date | None:
    # The place stands before it; a sentence that cites another document's day is longer.
    found = _WRITTEN_DAY.search(text)
    if found is None or found.start() > 60 or len(text) - found.end() > 3 or _CITES.search(text[: found.start()]):
        return None
    return _day(found)


def _blank_day(text: str) -> re.Match[str] | None:
    """The day of issue that is left to be filled in by hand."""
    found = _BLANK_DAY.search(text)
    return found if found and found.start() <= 60 and len(text) - found.end() <= 3 else None


def _short_day(text: str) -> date | None:
    return _day(_SHORT_DAY.search(text) or _WRITTEN_DAY.search(text))


def _kind_and_title(head: Sequence[Paragraph]) -> tuple[str | None, str | None]:
    for place, paragraph in enumerate(head):
        text = _in_capitals(paragraph.text)
        found = _KIND.fullmatch(text) if text else None
        if found and found[1].isupper():
            kind = next(kind for kind in KINDS if fold(kind) == fold(found[1]))
            return kind, _title(found[2], head[place:])
    about = next((found[1] for paragraph in head if (found := _ABOUT.match(paragraph.text))), None)
    if about:
        return "Công văn", about[:LONGEST_TITLE_LINE]
    annex = next((place for place, paragraph in enumerate(head) if _ANNEX_ALONE.fullmatch(paragraph.text)), None)
    return None, _title(None, head[annex:]) if annex is not None else None


def _in_capitals(text: str) -> str:
    """The line, or what it begins with in capitals, up to whoever issues, where the text has been run into one."""
    if len(text) <= _longest(text):
        return text
    return _ISSUES.split(" ".join(takewhile(_is_capital, text[:LONGEST_CAPITALS].split())))[0].rstrip(" -–")


def _is_capital(word: str) -> bool:
    return word == word.upper()


def _title(begun: str | None, following: Sequence[Paragraph]) -> str | None:
    """The lines under the kind, as long as they follow each other and the text has not begun."""
    lines = [begun] if begun else []
    last = following[0].line
    for paragraph in following[1:5]:
        text = paragraph.text
        apart = paragraph.line - last > 1 and lines
        issues = lines and text.isupper() and _is_issuer(text)
        if apart or issues or len(text) > _longest(text) or _TEXT_BEGINS.match(text) or _begins_text(text, lines):
            break
        lines.append(text)
        last = paragraph.line
    return tidy(" ".join(lines)) or None


def _longest(text: str) -> int:
    return LONGEST_CAPITALS if text.isupper() else LONGEST_TITLE_LINE


def _begins_text(text: str, above: Sequence[str]) -> bool:
    """Whether a line that begins like a title and like a text is the text: there is a title above it, or it enacts."""
    if not _MAY_BEGIN_TEXT.match(text):
        return False
    return bool(_ENACTING.search(text)) or (bool(above) and not begins_lower(text) and not text.isupper())


def _is_issuer(text: str) -> bool:
    """Whether it is whoever issues, on a line of its own between the title and the text."""
    return text in _GOVERNMENT or _COMMITTEE.fullmatch(text) is not None


def _kind_of_annex(annex: str) -> str | None:
    found = _ANNEX.match(annex)
    return next((kind for kind in KINDS if found and fold(kind) == fold(found[1])), None)


def _year(title: str | None, paragraphs: Sequence[Paragraph], issued: int | None) -> int | None:
    """The year of the title, else of an annex's title in capitals, else that of the issue."""
    titles = [
        title or "",
        *(p.text[:LONGEST_HEAD_LINE] for p in paragraphs if p.text.isupper() and p.text.startswith(_LISTS)),
    ]
    years = (year for text in titles for year in _years(text, issued))
    return next(years, issued)


def _years(title: str, issued: int | None) -> Iterator[int]:
    """The years that may be the plan's: none that it only looks forward to, no earlier one of what it cites."""
    for found in _YEAR.finditer(title):
        year, before = int(found[1]), title[: found.start()]
        is_near = issued is not None and issued <= year <= issued + 1
        if is_near or not (_LOOKS_AHEAD.search(before) or _LOOKS_BACK.search(before)):
            yield year


def _issuer(texts: Sequence[str], annex: str) -> str | None:
    """From the head, else from the sentence that enacts, else from the place of issue, else from the annex's line."""
    head = _issuer_of_head(texts)
    if head:
        return head
    enacts = next(filter(None, map(_ENACTS.search, texts)), None)
    if enacts:
        return f"UBND {enacts[1]}"
    place = next((_PLACE.match(text) for text in texts if _written_day(text)), None)
    if place and place[1].upper().startswith("TP"):
        return f"UBND thành phố {place[1].lstrip('TtPp. ')}"
    cited = re.search(r"của\s+(UBND\s.+?)\s*\)?\s*$", annex)
    return cited[1] if cited else None


def _issuer_of_head(texts: Sequence[str]) -> str | None:
    issuer: str | None = None
    for text, after in zip(texts, [*texts[1:], ""], strict=False):
        if _KIND.fullmatch(text):
            break
        if _MOTTO.search(text):
            continue
        whole = f"{text} {after}" if text.upper() in {"UBND", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN"} else text
        committee = _COMMITTEE.fullmatch(whole)
        if committee and (whole.isupper() or _NAMED.fullmatch(whole)):
            issuer = f"UBND {_place_name(committee[1])}"
        elif text.isupper() and (_AUTHORITY.fullmatch(text) or text in _GOVERNMENT):
            issuer = text
    return issuer


def _place_name(capitals: str) -> str:
    """From capitals: "THÀNH PHỐ HƯNG YÊN" → "thành phố Hưng Yên"."""
    name = capitals.replace("TP.", "THÀNH PHỐ ")
    name = name.title() if name.isupper() else name
    kind = re.match(_PLACE_KINDS, name, re.IGNORECASE)
    return tidy(name[: kind.end()].lower() + name[kind.end() :] if kind else name)
