"""What an officer might type to report a task, and the buttons under reports, to open what came with one."""

from data.facts import OccurrenceFact
from data.kinds import State
from data.words import fold

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


def to_report(fact: OccurrenceFact) -> str:
    """The command that reports it: "xong 12 3 tin 2 bài"; with the product that is left, where others are there."""
    part = fact.left[0] if fact.partial and fact.left else ""
    return " ".join(filter(None, [f"xong {fact.task.typed}", part_as_typed(part), example_of(fact)]))


def example_of(fact: OccurrenceFact) -> str:
    """What may stand behind "xong 12", typed alike in every language: "3 tin 2 bài", "số 15/BC-TP"."""
    is_left = fact.partial and fact.left and fact.state is State.OPEN
    product = fact.left[0] if is_left else fact.task.product
    return _counted(product) or f"số 15/{_kind_of(product)}-{_sign(fact.unit.name)}"


def to_number(fact: OccurrenceFact, part: str = "") -> str:
    """What to type where the number of a document is to come: "minh chung 9 số …/KH-TP"."""
    return f"minh chung {fact.task.typed} số …/{_kind_of(part or fact.task.product)}-{_sign(fact.unit.name)}"


def is_document(product: str) -> bool:
    """Whether a product is one that has a number; what is counted has none."""
    return bool(product.strip()) and _counted(product) is None


def report_of(number: str, product: str, unit: str) -> str:
    """The command that reports a task as a whole, for a unit by its name: "xong 3 3 tin 2 bài"."""
    return f"xong {number} {_counted(product) or f'số 15/{_kind_of(product)}-{_sign(unit)}'}"


def part_as_typed(part: str) -> str:
    """As much of a product's name as tells it: "ke hoach truyen thong"."""
    return " ".join(fold(part).split()[:_ENOUGH])


def _counted(product: str) -> str | None:
    """How a product is counted, by the example; None of one that is a document."""
    name = fold(product).removeprefix("cac ")
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
    name = unit.removeprefix("Phòng ")
    for place in _PLACES:
        name = name.partition(place)[0]
    return "".join(word[0].upper() for word in name.split() if word not in _SMALL_WORDS)
