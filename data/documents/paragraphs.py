"""What the running text has each agency do outside the table, in its part "Tổ chức thực hiện"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from data.documents.document import Duty, Paragraph, begins_lower, ends_sentence, fold

_PART = re.compile(r"([IVX]{1,5})\s*[.:/-]?\s+(\S.*)|(\d{1,2})\s*\.\s+(\S.*)|(\S.*)")
PART_NAMES = ("to chuc thuc hien", "to chuc trien khai thuc hien", "phan cong nhiem vu", "phan cong thuc hien",
               "trach nhiem thuc hien", "phan cong trach nhiem")  # fmt: skip
_HEADING = re.compile(r"(\d{1,2})\s*[.)]\s+(\S.*)")
_SUB_BULLET = re.compile(r"(?:[-–—•*+]|[a-zđ][)]|\d{1,2}\.\d{1,2}\.?)\s+(?=\S)")
_ENDS = re.compile(r"(?:trên đây là|n[ơo]i nh[ậa]n|ph[ụu]c? l[ụu]c|tm\.|kt\.)", re.IGNORECASE)
_VERBS = "chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|tham mưu|theo dõi|căn cứ|tổ chức|triển khai|hướng dẫn"
_VERB = re.compile(rf" ?[:,]? (?:{_VERBS})\b")
_TORN = re.compile(r"([^:]{3,60}):\s*(\S.*)")


@dataclass(slots=True)
class _Agency:
    """A numbered heading and its paragraphs, as far as they have been read."""

    number: str
    heading: str
    paragraphs: list[list[str]] = field(default_factory=list)
    introduced: bool = False


def read_duties(paragraphs: Sequence[Paragraph]) -> tuple[Duty, ...]:
    """The paragraphs of the last part of that name, numbered section.heading.paragraph."""
    found = _section(paragraphs)
    if found is None:
        return ()
    section, lines = found
    return tuple(
        Duty(f"{section}.{agency.number}.{place}", heading, text)
        for agency in _agencies(lines)
        for heading, texts in [_settled(agency)]
        for place, text in enumerate(texts, 1)
    )


def _section(paragraphs: Sequence[Paragraph]) -> tuple[str, list[str]] | None:
    for place in range(len(paragraphs) - 1, -1, -1):
        number = _part_number(paragraphs[place].text)
        if number is not None:
            return number, list(_until_end(paragraphs[place + 1 :], number))
    return None


def _part_number(text: str) -> str | None:
    """The number of the part where the line is its heading; "" where it has none."""
    found = _PART.fullmatch(text) if len(text) <= 100 else None
    if found is None:
        return None
    name = found[2] or found[4] or found[5]
    is_name = fold(name).rstrip(".: ").startswith(PART_NAMES) and (name.isupper() or bool(found[1]))
    return (found[1] or found[3] or "TCTH") if is_name else None


def _until_end(paragraphs: Sequence[Paragraph], number: str) -> Iterator[str]:
    for paragraph in paragraphs:
        text = paragraph.text
        next_part = re.match(r"[IVX]{1,5}\s*[.:/]\s+\S", text) if not number.isdecimal() else None
        if next_part or _ENDS.match(text):
            return
        yield text


def _agencies(lines: Sequence[str]) -> list[_Agency]:
    agencies: list[_Agency] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if heading:
            agencies.append(_Agency(heading[1], heading[2]))
        elif agencies:
            _add(agencies[-1], line)
    return agencies


def _add(agency: _Agency, line: str) -> None:
    """Begins a paragraph, or goes on with the last one where a page broke it in mid-sentence."""
    bullet = _SUB_BULLET.match(line)
    text = line[bullet.end() :] if bullet else line
    torn = _TORN.fullmatch(text) if bullet and not agency.paragraphs and begins_lower(text) else None
    last = agency.paragraphs[-1] if agency.paragraphs else None
    if torn:
        # "… chính trị" / "- xã hội thành phố: …": the hyphen of the heading was taken for a bullet.
        agency.heading = f"{agency.heading} - {torn[1]}"
        agency.paragraphs.append([torn[2]])
    elif last and (line.startswith("+") or (not bullet and (begins_lower(text) or not ends_sentence(last[-1])))):
        last.append(text)
    else:
        agency.paragraphs.append([text])


def _settled(agency: _Agency) -> tuple[str, list[str]]:
    """The heading, and its paragraphs without what only introduces them."""
    texts = [" ".join(pieces) for pieces in agency.paragraphs]
    if len(texts) > 1 and texts[0].endswith(":"):
        texts = texts[1:]
    if texts:
        return agency.heading.rstrip(": "), texts
    name, _, said = agency.heading.partition(": ")
    if said:
        return name, [said]
    verb = _VERB.search(agency.heading)
    return agency.heading[: verb.start()] if verb else agency.heading, [agency.heading]
