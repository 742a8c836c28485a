"""The same trouble is written when it begins, once a minute with a count, and when it has ended."""

import logging

from bot.logs import Repeats


def record(
    message: str, *arguments: object, level: int = logging.ERROR, fault: Exception | None = None
) -> logging.LogRecord:
    exc_info = (type(fault), fault, None) if fault else None
    return logging.LogRecord("a.room", level, __file__, 1, message, arguments, exc_info)


def lines(written: list[logging.LogRecord]) -> list[str]:
    return [f"{each.levelname} {each.getMessage()}{' +trace' if each.exc_info else ''}" for each in written]


def test_a_trouble_of_two_minutes() -> None:
    repeats, said = Repeats(), []
    for second in range(150):
        of_this = repeats.hear(record("message %s failed", second, fault=OSError()), float(second))
        said += [(second, line) for line in lines(of_this)]
    assert [lines(repeats.over(at)) for at in (150.0, 208.0)] == [[], []]
    assert (said, lines(repeats.over(209.0))) == (
        [
            (0, "ERROR message 0 failed +trace"),
            (60, "ERROR message 60 failed (and 59 times more in 60 s)"),
            (120, "ERROR message 120 failed (and 59 times more in 60 s)"),
        ],
        ["INFO over: message 0 failed (150 times in 149 s)"],
    )
    assert lines(repeats.over(500.0)) == []


def test_troubles_are_told_apart_by_logger_words_and_exception() -> None:
    repeats = Repeats()
    given = [
        record("%s failed", 1, fault=OSError()),
        record("%s failed", 2, fault=OSError()),
        record("%s failed", 3, fault=ValueError()),
        record("%s failed", 4),
        record("%s is away", 5, level=logging.WARNING),
        record("%s is away", 6, level=logging.WARNING),
    ]
    assert [lines(repeats.hear(each, 0.0)) for each in given] == [
        ["ERROR 1 failed +trace"],
        [],
        ["ERROR 3 failed +trace"],
        ["ERROR 4 failed"],
        ["WARNING 5 is away"],
        [],
    ]


def test_what_is_no_trouble_passes_and_brings_the_end_of_others() -> None:
    repeats = Repeats()
    for second in (0.0, 1.0):
        repeats.hear(record("away", level=logging.WARNING), second)
    assert lines(repeats.hear(record("all is well", level=logging.INFO), 30.0)) == ["INFO all is well"]
    assert lines(repeats.hear(record("all is well", level=logging.INFO), 61.0)) == [
        "INFO over: away (2 times in 1 s)",
        "INFO all is well",
    ]


def test_what_came_once_is_not_said_to_be_over_and_is_new_when_it_comes_again() -> None:
    repeats = Repeats()
    assert lines(repeats.hear(record("away", fault=OSError()), 0.0)) == ["ERROR away +trace"]
    assert lines(repeats.over(60.0)) == []
    assert lines(repeats.hear(record("away", fault=OSError()), 61.0)) == ["ERROR away +trace"]


def test_a_library_that_says_something_else_each_time_fills_no_memory() -> None:
    repeats = Repeats()
    for number in range(1_000):
        assert lines(repeats.hear(record(f"object at {number}"), number / 100)) == [f"ERROR object at {number}"]
    assert len(repeats._going_on) == 200
