"""What the coordinator and leaders type on 20/03/2023, kind by kind, in the many ways in which one says a thing.

`of_office.txt` is of the coordinator's chat, `of_leader.txt` of the leader's. Behind " / " stands what is typed after
it, behind " → " what the last line means, in “ ” the words that belong to it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.data.lines.office_corpus import reading_of
from tests.data.lines.reading import said_in_full
from tests.tables import differing

AT = "2023-03-20T08:10"
CHATS = {
    "of_office": {"as": "NV", "role": "coordinator", "at": AT},
    "of_leader": {"as": "LD", "role": "leader", "at": AT},
}


@pytest.mark.parametrize("table", CHATS)
def test_what_is_typed_means_what_the_table_says(table: str) -> None:
    assert differing((typed, meant(CHATS[table], typed), expected) for typed, expected in rows(table)) == []


def rows(table: str) -> Iterator[tuple[str, str]]:
    for line in Path(__file__).with_name(f"{table}.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            typed, _, expected = line.rpartition(" → ")
            yield typed, expected


def meant(chat: dict[str, str], typed: str) -> str:
    *before, line = typed.split(" / ")
    return said_in_full(reading_of({**chat, "before": before, "line": line}))
