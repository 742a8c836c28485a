"""What a note cites as evidence (Minh chứng): numbers of documents, and links. Pure."""

import re

# "số 12/KH-VHTT", with or without its date.
_DOCUMENT = re.compile(
    r"(?:số\s+)?(?P<number>\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][A-ZĐa-zđ&.-]*(?:\s?-\s?[A-ZĐ][A-ZĐa-zđ&.-]*)*)"
    r"(?:\s+ng[àa]y\s+(?P<day>\d{1,2}/\d{1,2}/\d{4}))?"
)
_LINK = re.compile(r"https?://\S+")
_AFTER_LINK = ".,;:!?)]»”\"'"


def evidence_in(note: str) -> tuple[tuple[str, str], ...]:
    """Document numbers and links in a note, as (kind, value): ("document", "số 12/KH-VHTT ngày 05/02/2023")."""
    found = [("link", match.group().rstrip(_AFTER_LINK)) for match in _LINK.finditer(note)]
    for match in _DOCUMENT.finditer(_LINK.sub(" ", note)):
        number = re.sub(r"\s", "", match["number"]).rstrip(".-&")
        found.append(("document", f"số {number} ngày {match['day']}" if match["day"] else f"số {number}"))
    return tuple(found)
