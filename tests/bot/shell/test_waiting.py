"""The bar at a terminal: not before a second has passed, not where nobody looks, and gone at the end."""

from io import StringIO

import pytest
from rich.console import Console

from bot.shell.plan import bar, is_time


@pytest.mark.parametrize(
    ("passed", "at_terminal", "shown"),
    [(0.0, True, False), (0.9, True, False), (1.0, True, True), (60.0, True, True), (60.0, False, False)],
)
def test_when_it_is_time(passed: float, at_terminal: bool, shown: bool) -> None:
    assert is_time(passed, at_terminal=at_terminal) is shown


def seen(passed: float, done: int, total: int | None, *, at_terminal: bool = True) -> str:
    """What a terminal gets when so many seconds have passed and so much is done."""
    now, console = [100.0], Console(file=StringIO(), force_terminal=True, width=80, color_system=None)
    with bar("Đang đọc", at_terminal=at_terminal, console=console, seconds=lambda: now[0]) as progress:
        now[0] += passed
        progress(done, total)
    written = console.file
    assert isinstance(written, StringIO)
    return written.getvalue()


def test_nothing_at_all_is_shown_before_its_time_or_to_nobody() -> None:
    assert (seen(0.5, 50, 100), seen(5.0, 50, 100, at_terminal=False)) == ("", "")


def test_how_much_is_done_and_then_nothing() -> None:
    shown = seen(2.0, 50, 200)
    assert ("Đang đọc" in shown, " 25% " in shown) == (True, True)
    erase_line = "\x1b[2K"
    assert shown.endswith(erase_line)


def test_of_an_unknown_total_no_share_is_told() -> None:
    shown = seen(2.0, 50, None)
    assert ("Đang đọc" in shown, "%" in shown) == (True, False)
