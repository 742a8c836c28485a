"""The small pieces that messages share: a plan as cited, names in a row, a deadline, evidence, a report to be typed."""

import re
from collections.abc import Iterable, Sequence

from data.deadline.values import Deadline
from data.facts import OccurrenceFact, PlanFact, ReportFact, TaskFact, UnitFact
from data.kinds import State
from data.lines.notes import beside_evidence, evidence_in
from data.lines.numbers import counts_in, noun_first, total
from data.talk import Outgoing, typed_period
from data.titles import shorten
from data.words import fold
from locales import N_, Words
from locales.deadlines import understood

NAMES_SHOWN = 8
LINES_SHOWN = 20

_EVIDENCE = {
    "document": N_("document {value}"),
    "photo": N_("photo “{value}”"),
    "file": N_("file “{value}”"),
    "unseen": N_("file “{value}” (not wholly checked)"),
}


def channel_name(channel: str) -> str:
    """A channel as people call it, the same in every language: by its own name, and the page by what it is."""
    return "Web" if channel == "local" else channel.capitalize()


def bot_name(bot: str) -> str:
    """A bot as people can tell it from the others: its channel's name and, where it has several, its id."""
    channel, _, number = bot.partition(":")
    return f"{channel_name(channel)} {number}".strip()


def upper_first(sentence: str) -> str:
    """The sentence as it stands at the start of a line."""
    return sentence[:1].upper() + sentence[1:]


def sentence(text: str) -> str:
    """The text closed by a full stop, unless it has one or ends in a link that would swallow it."""
    is_closed = text.endswith((".", "…", ":", "?")) or "://" in text.rpartition(" ")[2]
    return text if is_closed else f"{text}."


def cite(words: Words, plan: PlanFact, *, dated: bool = False) -> str:
    """A plan by its number, with the day it was issued where `dated`: "Kế hoạch số 06/KH-UBND ngày 11/01/2023"."""
    if plan.number and dated and plan.issued_on:
        return words.text("Plan No. {number} of {day}", number=plan.number, day=words.day(plan.issued_on))
    return cite_named(words, plan.number, plan.title)


def cite_named(words: Words, number: str, title: str) -> str:
    """A plan by its number; one without, by its title."""
    if number:
        return words.text("Plan No. {number}", number=number)
    return words.text("the Plan “{title}”", title=shorten(title))


def cite_all(words: Words, tasks: Iterable[TaskFact], *, dated: bool = False) -> str:
    """The plans of `tasks`, each once: "Kế hoạch số 06/KH-UBND và Kế hoạch số 21/KH-UBND"; dated if cited alike."""
    plans = [plan for _, plan in sorted({task.plan.id: task.plan for task in tasks}.items())]
    alike = len({plan.number for plan in plans}) < len(plans)
    cited = [cite(words, plan, dated=dated or alike) for plan in plans]
    if (more := len(cited) - NAMES_SHOWN) > 1:
        cited = [*cited[:NAMES_SHOWN], words.plural("{n} other plan", "{n} other plans", more)]
    return words.join(cited)


def names(words: Words, units: Sequence[UnitFact], limit: int = NAMES_SHOWN) -> str:
    """Units by name; beyond `limit` the rest is counted."""
    # One name more is no longer than to count it.
    shown = units if len(units) <= limit + 1 else units[:limit]
    row, more = words.list(unit.name for unit in shown), len(units) - len(shown)
    if not more:
        return row
    return words.plural("{names} and {n} other unit", "{names} and {n} other units", more, names=row)


def shortened(words: Words, lines: Sequence[str], most: int = LINES_SHOWN, command: str = "") -> list[str]:
    """At most so many of the lines, and how many more there are; by which command to see them, where one shows them."""
    # One line more is no longer than to count it.
    if len(lines) <= most + 1:
        return list(lines)
    more = len(lines) - most
    said = words.plural("… and {n} more", "… and {n} more", more)
    see = words.text("See: {commands}", commands=command) if command else ""
    return [*lines[:most], ". ".join(filter(None, [said, see]))]


def deadline_read(words: Words, deadline: Deadline) -> str:
    """A deadline as written, with what we take it to say where that is more: "Tháng 01/2023 (hết ngày 31/01/2023)"."""
    written, reading = shorten(deadline.text), understood(words, deadline)
    if fold(written) in fold(reading):
        return reading
    if fold(reading) in fold(written):
        return written
    return f"{written} ({reading})"


def evidence(words: Words, report: ReportFact) -> str:
    """What backs a report: "văn bản số 12/KH-VP ngày 30/01/2023"; empty if nothing does."""
    return words.list(backing(words, kind, value) for kind, value in report.evidence)


def file_name(words: Words, kind: str, name: str) -> str:
    """A photo or file by its name."""
    return words.text(_EVIDENCE[kind], value=name)


def backing(words: Words, kind: str, value: str) -> str:
    """One piece of evidence: "văn bản số 12/KH-VP", a link as it is, a photo or file by its name."""
    value = _dated(value)
    is_called = kind == "document" and not value.startswith("số ")  # "công văn số …" says what it is
    return value if is_called or kind not in _EVIDENCE else words.text(_EVIDENCE[kind], value=value)


def _dated(value: str) -> str:
    """A document's day as it is written, a nought before one digit (Decree 30/2020, annex I): "ngày 08/3/2023"."""
    padded = _DAY.sub(r"\g<1>0\2", value)
    return _MONTH.sub(r"\g<1>0\2", padded)


def total_line(words: Words, reports: Iterable[ReportFact]) -> str:
    """What reports count together: "Tổng: 5 tin, 3 bài"; empty where they count nothing."""
    counts = total(report.note for report in reports)
    if not counts:
        return ""
    return words.text("Total: {counts}", counts=words.list(f"{count.number} {count.noun}" for count in counts))


def backed(words: Words, report: ReportFact) -> str:
    """Evidence, then what was written beside it: "văn bản số 12/KH-VP; đã ban hành"; what is in both is said once."""
    said = outcome(report)
    there = {value for _, value in evidence_in(said, report.at.date())}
    apart = words.list(backing(words, kind, value) for kind, value in report.evidence if value not in there)
    return "; ".join(shorten(each) for each in (apart, said) if each)


def outcome(report: ReportFact) -> str:
    """What the officer wrote, without the evidence that stands apart in it; empty where that is all there is."""
    return beside_evidence(report.note)


def said_of(words: Words, text: str) -> str:
    """What an officer wrote: results where it counts or names something, else a note, as it was typed."""
    return words.text("Results: {text}", text=text) if counts_in(text) else words.text("Note: {text}", text=text)


def unheard(words: Words) -> str:
    """Said in place of "passed on" where Nội vụ has no chat: nothing is lost, and whom to turn to."""
    return words.text(
        "{office} has no chat that can be reached at present: this is kept and will be passed on once it has one. If"
        " it is urgent, please contact the office directly.",
    )


def message(*lines: str, title: str = "") -> Outgoing:
    """A reply without buttons from the lines that say something."""
    return Outgoing(title=title, text="\n".join(line for line in lines if line))


# Why a channel says that a chat cannot be written to.
_REASONS = {
    "blocked": N_("the service has been blocked there"),
    "deactivated": N_("the account is closed"),
    "kicked": N_("the service has been removed from the group"),
    "left": N_("the service has been removed from the group"),
    "not-started": N_("the person has not opened the chat yet"),
    "not-found": N_("the chat no longer exists"),
    "deleted": N_("the group has been deleted"),
    "no-rights": N_("the service has no right to write in the group"),
    "topic-closed": N_("the topic in which the service writes is closed"),
    "no-topic": N_("the topic in which the service writes no longer exists"),
}
_ANY_REASON = N_("the app does not let the service write there")


def why_closed(words: Words, code: str) -> str:
    """Why a chat cannot be written to."""
    return words.text(_REASONS.get(code, _ANY_REASON))


# A day of one digit, and January or February, in the day of a document.
_DAY = re.compile(r"(\bngày )(\d)(?=[/-]\d{1,2}[/-]\d{4}\b)")
_MONTH = re.compile(r"(\bngày \d{2}[/-])([12])(?=[/-]\d{4}\b)")

# What an officer might type to report a task.

# So many words of a product's name tell it from the others.
_ENOUGH = 4
# What is counted, by the word that a product begins with; other products are documents.
_COUNTS = {
    "tin": "… tin … bài",
    "bai": "… tin … bài",
    "tai lieu": "… tài liệu",
    "chuyen de": "… chuyên đề",
    "chuyen muc": "… chuyên mục",
    "lop": "… lớp",
}
# A product that begins so is a figure: "Số lượt người được hướng dẫn".
_NUMBER_OF = "so "
_DOCUMENTS = {"ke hoach": "KH", "quyet dinh": "QĐ", "to trinh": "TTr", "cong van": "CV"}
_SMALL_WORDS = {"và", "-"}
_PLACES = (" thành phố", " thị xã", " huyện", " tỉnh", " xã", " phường")


def to_report(fact: OccurrenceFact) -> str:
    """The command that reports it: "xong 12 … tin … bài"; with the product that is left, where others are there."""
    part = fact.left[0] if fact.partial and fact.left else ""
    return " ".join(filter(None, [f"xong {fact.task.typed}", part_as_typed(part), example_of(fact)]))


def to_report_late(fact: OccurrenceFact) -> str:
    """The command that reports a period that has ended, which is named, since another is under way; but for a week."""
    period = typed_period(fact.key)
    return f"xong {fact.task.typed} {period}: {example_of(fact)}" if period else to_report(fact)


def example_of(fact: OccurrenceFact) -> str:
    """What may stand behind "xong 12", typed alike in every language: "… tin … bài", "số …/BC-TP".

    It has a gap where the figures belong: what could be sent as it stands would come back as somebody's report.
    """
    is_left = fact.partial and fact.left and fact.state is State.OPEN
    product = fact.left[0] if is_left else fact.task.product
    return _counted(product) or f"số …/{_kind_of(product)}-{_sign(fact.unit.name)}"


def to_number(fact: OccurrenceFact, part: str = "") -> str:
    """What to type where the number of a document is to come: "minh chung 9 số …/KH-TP"."""
    return f"minh chung {fact.task.typed} số …/{_kind_of(part or fact.task.product)}-{_sign(fact.unit.name)}"


def is_document(product: str) -> bool:
    """Whether a product is one that has a number; what is counted has none."""
    return bool(product.strip()) and _counted(product) is None


def report_of(number: str, product: str, unit: str) -> str:
    """The command that reports a task as a whole, for a unit by its name: "xong 3 … tin … bài"."""
    return f"xong {number} {_counted(product) or f'số …/{_kind_of(product)}-{_sign(unit)}'}"


def part_as_typed(part: str) -> str:
    """As much of a product's name as tells it: "ke hoach truyen thong"."""
    return " ".join(fold(part).split()[:_ENOUGH])


def _counted(product: str) -> str | None:
    """How a product is counted, by the example; None of one that is a document."""
    name = fold(product).removeprefix("cac ")
    if name.startswith(_NUMBER_OF) and (noun := noun_first(name.removeprefix(_NUMBER_OF))):
        return f"… {noun}"
    return next((example for noun, example in _COUNTS.items() if name.startswith(noun)), None)


def _kind_of(product: str) -> str:
    """The sign of a product's kind in the number of a document: "KH"."""
    name = fold(product).removeprefix("cac ")
    return next((sign for kind, sign in _DOCUMENTS.items() if name.startswith(kind)), "BC")


def _sign(unit: str) -> str:
    """How a unit signs its documents: "TP" for Phòng Tư pháp, "UBND" for a ward's committee."""
    for begins, sign in (("UBND", "UBND"), ("Ủy ban nhân dân", "UBND"), ("Văn phòng", "VP")):
        if unit.startswith(begins):
            return sign
    name = unit.removeprefix("Phòng ").removeprefix("Trường ")
    for place in _PLACES:
        name = name.partition(place)[0]
    # What is short already stays so: "THCS".
    return "".join(word if word.isupper() else word[0].upper() for word in name.split() if word not in _SMALL_WORDS)
