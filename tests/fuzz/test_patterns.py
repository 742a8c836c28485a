"""Every regular expression that sees text from outside takes steps in proportion to its length, counted by `steps`.

Those that see only so many letters may take the square of them. What a document says is of any length; a typed line has
4,096 letters at most. The suite looks at the patterns that see documents; `make fuzz` at all of them.
"""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

from tests.fuzz.steps import Steps, hardest

ROOT = Path(__file__).parents[2]
LONG = settings.get_current_profile_name() == "fuzz"
SEE_DOCUMENTS = ("data.documents.", "data.words", "data.secrecy")
SEE_CELLS = ("data.agencies.", "data.deadline.", "data.plans.duties.", "data.plans.lint.", "data.plans.")
LINEAR, SQUARE = 2.6, 5.5
LENGTH = 60

BOUNDED = {
    "data.documents.title_block._NUMBER": "a line of the head has 1,000 letters",
    "data.documents.meanings._PATTERNS": "a heading has 80 letters",
    "data.agencies.cell._PLUS": "the spaces have been made single",
    "data.deadline.tokens._REPAIRS": "a cell has 4,000 letters",
    "data.plans.duties._CLAUSE": "the spaces have been made single",
    "data.plans.duties._HANGING": "a clause has 2,000 letters",
    "data.plans.duties._OWN": "a clause has 2,000 letters",
    "data.plans.duties._ALLOWANCE": "a clause has 2,000 letters",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes], str]]:
    """Each pattern of the rooms by its module and name, and how it is asked: the hardest way, if in several."""
    for room in ("data", "locales", "scheduler", "bot"):
        for path in sorted((ROOT / room).rglob("*.py")):
            source = path.read_text(encoding="utf-8")
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            if "re.compile" not in source or not (LONG or f"{module}.".startswith(SEE_DOCUMENTS)):
                continue
            for name, value in vars(import_module(module)).items():
                uses = set(re.findall(rf"\b{name}\.(\w+)", source))
                if re.search(rf"^{name}\b.* = ", source, re.MULTILINE):
                    how = "search" if not uses or uses - {"match", "fullmatch"} else min(uses)
                    yield from ((f"{module}.{name}", each, how) for each in _compiled(value))


def _compiled(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (found for each in value.values() for found in _compiled(each))
    elif isinstance(value, tuple | list):
        yield from (found for each in value for found in _compiled(each))


ALL = list(patterns())


@pytest.fixture(autouse=True)
def _deep() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(100_000)
    yield
    sys.setrecursionlimit(before)


@pytest.mark.parametrize(("name", "pattern", "how"), ALL, ids=[f"{at}-{each[0]}" for at, each in enumerate(ALL)])
def test_twice_the_text_is_twice_the_steps(name: str, pattern: re.Pattern[str], how: str) -> None:
    linear = name.startswith((*SEE_DOCUMENTS, *SEE_CELLS)) and name not in BOUNDED
    assert hardest(Steps(pattern), LENGTH, LINEAR if linear else SQUARE, how) is None


@pytest.mark.parametrize(
    "pattern",
    [
        r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<",  # what once read the parts of Word: minutes for "<t <t <t" of 64 KB
        r"(a+)+b",
        r"\s+$",
        r"(?:x\w*?y)+z",
    ],
)
def test_a_pattern_that_takes_the_square_is_found(pattern: str) -> None:
    assert hardest(Steps(re.compile(pattern)), LENGTH, LINEAR, "search") is not None


PATTERNS = [r"<[^<>]*>", r"\d{1,3}(?:\.\d{3})*", r"(?<!\w)ab*c", r"(\w)\1", r"^a(?=b)|(?i:B)+$", r"(?>a|ab)b*?\b"]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("text", ["", "<a> <b", "1.000.000", "abbbc xx", "ab", "bBb"])
def test_what_is_counted_is_a_matcher_that_finds_what_re_finds(pattern: str, text: str) -> None:
    steps, compiled = Steps(re.compile(pattern)), re.compile(pattern)
    begun, whole = compiled.match(text), compiled.fullmatch(text)
    assert steps.match(text, whole=False) == (begun.end() if begun else None)
    assert steps.match(text, whole=True) == (whole.end() if whole else None)
