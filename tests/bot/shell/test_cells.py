"""What `nhacviec agencies` says of a cell."""

import pytest

from bot.shell.agencies import agencies_line
from data.agencies.finder import Match
from data.agencies.groups import AgencyPart
from locales import words_for

VI = words_for("vi")


@pytest.mark.parametrize(
    ("phrase", "matches", "said"),
    [
        (
            "Phòng Nội vụ; Phòng Mới",
            (
                Match(AgencyPart("Phòng Nội vụ", group=False), "NV", 1.0),
                Match(AgencyPart("Phòng Mới", group=False), None, 0.4),
            ),
            "Phòng Nội vụ; Phòng Mới → Phòng Nội vụ [NV], Phòng Mới [chưa rõ]",
        ),
        ("", (), "– → –"),
    ],
)
def test_a_cell_of_agencies(phrase: str, matches: tuple[Match, ...], said: str) -> None:
    assert agencies_line(VI, phrase, matches) == said
