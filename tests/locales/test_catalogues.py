"""The catalogue says everything that the code says, with the same fields; both languages in the office's voice."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages import Message

from locales import LOCALES, SOURCE
from tests.catalogues import (
    KEYWORDS,
    ROOMS,
    ROOT,
    TRANSLATED,
    catalogue_path,
    compiled,
    extracted,
    is_filled,
    read_catalogue,
)

FORMS = {"vi": 1}

# What an office does not write to another: an order, a familiar word, a shout, markup.
UNFIT = {
    "vi": re.compile(r"yêu cầu|\bbạn\b|!|[*`]|\b_\w|\w_\b", re.IGNORECASE),
    "en": re.compile(r"!|[*`]|\b_\w|\w_\b"),
}
SIGNS = re.compile("[\u2190-\u21ff\u2600-\u27bf\U0001f300-\U0001faff]")
# Names that settings, files and commands have.
NAMED = re.compile(r"[A-Z]+(?:_[A-Z]+)+|\{\w+\}|/?\bdang_ky\b")


def forms(said: object) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(map(str, said if isinstance(said, list | tuple) else ()))


def messages(locale: str) -> list[Message]:
    return [message for message in read_catalogue(locale) if message.id]


def said_in(locale: str) -> Iterator[str]:
    """Every form of every sentence of a locale."""
    found = [m for m in extracted() if m.id] if locale == SOURCE else messages(locale)
    yield from (form for message in found for form in forms(message.id if locale == SOURCE else message.string))


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("locale", TRANSLATED)
def test_everything_said_is_translated_and_nothing_else(locale: str) -> None:
    said = {forms(message.id) for message in extracted() if message.id}
    assert {forms(message.id) for message in messages(locale)} == said
    assert read_catalogue(locale).obsolete == {}


@pytest.mark.parametrize("locale", TRANSLATED)
def test_what_is_read_is_compiled_from_what_is_translated(locale: str) -> None:
    assert catalogue_path(locale).with_suffix(".mo").read_bytes() == compiled(locale)


@pytest.mark.parametrize("locale", TRANSLATED)
def test_every_translation_is_whole(locale: str) -> None:
    unsaid = [message.id for message in messages(locale) if not is_filled(message.string) or message.fuzzy]
    assert unsaid == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_plurals_have_the_forms_of_their_language(locale: str) -> None:
    wrong = [m.id for m in messages(locale) if m.pluralizable and len(forms(m.string)) != FORMS[locale]]
    assert wrong == []


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_has_the_fields_of_its_msgid(locale: str) -> None:
    wrong = [message.id for message in messages(locale) if not has_its_fields(message)]
    assert wrong == []


def has_its_fields(message: Message) -> bool:
    """Whether the last form names what the msgid names; for one thing alone its number may go without saying."""
    wanted = fields(forms(message.id)[-1])
    *for_one, last = map(fields, forms(message.string))
    return last == wanted and all(one | {"n"} == wanted | {"n"} for one in for_one)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_voice_of_an_office(locale: str) -> None:
    unfit = [
        string
        for string in said_in(locale)
        if UNFIT[locale].search(NAMED.sub("", string))
        or any(len(SIGNS.findall(line)) > 1 for line in string.split("\n"))
    ]
    assert unfit == []


@pytest.mark.parametrize("locale", LOCALES)
def test_letters_are_composed_and_lines_have_no_loose_ends(locale: str) -> None:
    loose = [
        string
        for string in said_in(locale)
        if string != unicodedata.normalize("NFC", string) or string != string.strip() or "  " in string
    ]
    assert loose == []


def test_nothing_that_is_said_hides_from_the_extractor() -> None:
    found = {forms(message.id)[0] for message in extracted() if message.id}
    assert [said for said in said_in_code() if said not in found] == []


def said_in_code() -> Iterator[str]:
    """The first argument of every call that says something, as Python itself reads it."""
    for path in (path for room in ROOMS for path in (ROOT / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and name_of(node.func) in KEYWORDS:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str) and first.value:
                    yield first.value


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
