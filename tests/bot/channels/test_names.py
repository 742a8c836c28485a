"""Names as they stand in a sentence."""

import pytest

from bot.channels.names import one_line


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Lê Văn\nMinh", "Lê Văn Minh"),
        ("Lê Văn Minh\u202ex", "Lê Văn Minhx"),
        ("\u200eLê\u2028 Minh\t", "Lê Minh"),
        ("👷 Minh", "👷 Minh"),
        ("\u202e", ""),
    ],
)
def test_a_name_stands_in_one_line(name: str, shown: str) -> None:
    assert one_line(name) == shown
