"""`make words`: what is said in the code → each catalogue, translations kept, ready for the translator."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from locales import LOCALES, SOURCE

ROOT = Path(__file__).parent.parent
ROOMS = ("locales", "scheduler", "bot")
KEYWORDS = {"text": None, "plural": (1, 2), "say": None, "N_": None}
LINE = 120
# A compiled catalogue changes with its words alone.
BEGUN = datetime(2023, 1, 11, tzinfo=UTC)
TRANSLATED = tuple(locale for locale in LOCALES if locale != SOURCE)

Said = str | list[str] | tuple[str, ...]


def catalogue_path(locale: str) -> Path:
    """Where a locale's catalogue is kept."""
    return ROOT / "locales" / locale / "messages.po"


def extracted() -> Catalog:
    """Every msgid of the code, with the file it stands in."""
    found = Catalog(fuzzy=False)
    for file, message in _messages():
        found.add(message, locations=[(file, 0)])
    return found


def read_catalogue(locale: str) -> Catalog:
    """A locale's catalogue as it is kept."""
    path = catalogue_path(locale)
    return read_po(BytesIO(path.read_bytes() if path.exists() else b""), locale=locale)


def updated(locale: str) -> Catalog:
    """A locale's catalogue brought in line with the code."""
    kept, fresh = read_catalogue(locale), extracted()
    catalogue = Catalog(locale=locale, fuzzy=False)
    for message in fresh:
        if not message.id:
            continue
        old = kept.get(message.id)
        unsaid = "" if isinstance(message.id, str) else [""]
        string = old.string if old and is_filled(old.string) else unsaid
        catalogue.add(message.id, string, locations=message.locations)
    return catalogue


def is_filled(string: Said | None) -> bool:
    """Whether every form of a translation says something."""
    return bool(string) and all(string or ())


def _messages() -> Iterator[tuple[str, Said]]:
    for room in ROOMS:
        for file, _, message, *_ in extract_from_dir(ROOT / room, keywords=KEYWORDS):
            yield f"{room}/{file}", message


def compiled(locale: str) -> bytes:
    """A locale's catalogue as the service reads it: every command begins with that, and a .po takes long to read."""
    binary, catalogue = BytesIO(), read_catalogue(locale)
    catalogue.creation_date = catalogue.revision_date = BEGUN
    write_mo(binary, catalogue)
    return binary.getvalue()


def _header(catalogue: Catalog) -> str:
    """Only what readers need: no dates and no names, so that a catalogue changes with its words alone."""
    lines = (
        f"Language: {catalogue.locale_identifier}",
        f"Plural-Forms: {catalogue.plural_forms}",
        "Content-Type: text/plain; charset=utf-8",
    )
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{line}\\n"' for line in lines), "\n"])


def main() -> None:
    """Write every catalogue."""
    for locale in TRANSLATED:
        catalogue = updated(locale)
        text = BytesIO()
        write_po(text, catalogue, width=LINE, sort_output=True, omit_header=True, include_lineno=False)
        catalogue_path(locale).write_bytes(_header(catalogue).encode() + text.getvalue())
        catalogue_path(locale).with_suffix(".mo").write_bytes(compiled(locale))
        missing = sum(not is_filled(message.string) for message in catalogue if message.id)
        print(f"{locale}: {len(catalogue)} messages, {missing} without translation")


if __name__ == "__main__":
    main()
