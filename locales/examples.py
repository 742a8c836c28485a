"""What an officer might type to report a task: the command with a document or a count, by the product that is owed."""

from data.facts import OccurrenceFact, UnitFact
from data.model import State
from data.text import fold
from locales.items import Telling, number_of

# So many words of a product's name tell it from the others.
_ENOUGH = 4
# What is counted, by the word that a product begins with; other products are documents.
_COUNTS = {
    "tin": "3 tin 2 bài",
    "bai": "3 tin 2 bài",
    "tai lieu": "1 tài liệu",
    "chuyen de": "1 chuyên đề",
    "chuyen muc": "1 chuyên mục",
    "lop": "1 lớp",
}
_DOCUMENTS = {"ke hoach": "KH", "quyet dinh": "QĐ", "to trinh": "TTr", "cong van": "CV"}
_SMALL_WORDS = {"và", "-"}
_PLACES = (" thành phố", " thị xã", " huyện", " tỉnh")


def to_report(told: Telling, fact: OccurrenceFact) -> str:
    """The command that reports it: "xong 12 3 tin 2 bài"; with the product that is left, where others are there."""
    part = fact.left[0] if fact.partial and fact.left else ""
    return " ".join(filter(None, [f"xong {number_of(told, fact.task)}", part_as_typed(part), example_of(fact)]))


def example_of(fact: OccurrenceFact) -> str:
    """What may stand behind "xong 12", typed alike in every language: "3 tin 2 bài", "số 15/BC-TP"."""
    is_left = fact.partial and fact.left and fact.state is State.OPEN
    product = fold(fact.left[0] if is_left else fact.task.product).removeprefix("cac ")
    counted = next((example for noun, example in _COUNTS.items() if product.startswith(noun)), None)
    kind = next((sign for name, sign in _DOCUMENTS.items() if product.startswith(name)), "BC")
    return counted or f"số 15/{kind}-{_sign(fact.unit)}"


def part_as_typed(part: str) -> str:
    """As much of a product's name as tells it: "ke hoach truyen thong"."""
    return " ".join(fold(part).split()[:_ENOUGH])


def _sign(unit: UnitFact) -> str:
    """How a unit signs its documents: "TP" for Phòng Tư pháp, "UBND" for a ward's committee."""
    for begins, sign in (("UBND", "UBND"), ("Ủy ban nhân dân", "UBND"), ("Văn phòng", "VP")):
        if unit.name.startswith(begins):
            return sign
    name = unit.name.removeprefix("Phòng ")
    for place in _PLACES:
        name = name.partition(place)[0]
    return "".join(word[0].upper() for word in name.split() if word not in _SMALL_WORDS)
