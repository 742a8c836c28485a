"""No secret in the log, wherever it hides."""

import json
import logging
from collections.abc import Iterator
from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError

from bot.logs import set_up
from bot.masking import Mask
from data.model import Officer
from data.store import Store

TOKEN = "42:A-very_secret"


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """The root of all loggers, for once without the test runner's own handlers."""
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    levels = {logger: logger.level for logger in (root, logging.getLogger("httpx"), logging.getLogger("httpcore"))}
    yield root
    for logger, level in levels.items():
        logger.setLevel(level)


def fail() -> None:
    raise ValueError(f"bad address /bot{TOKEN}/getMe")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("nothing to hide", "nothing to hide"),
        (f"the token is {TOKEN}.", "the token is ***."),
        ("https://x/bot42%3AA-very_secret/sendMessage", "https://x/bot***/sendMessage"),
        ("POST https://x/bot77:of-another-office/getMe 200", "POST https://x/bot***/getMe 200"),
        ("https://x/file/bot77%3aof-another/a.pdf", "https://x/file/bot***/a.pdf"),
        ("/bots and /bot are no tokens, 12:30 neither", "/bots and /bot are no tokens, 12:30 neither"),
        ("UniqueViolation\nDETAIL:  Key (name)=(Lê Thị Hoa)\nend", "UniqueViolation\nDETAIL: ***\nend"),
        ("pass/word pass%2Fword password", "*** *** password"),
    ],
)
def test_what_is_masked(text: str, masked: str) -> None:
    assert Mask([TOKEN, "pass/word", ""]).text(text) == masked


def test_messages_arguments_tracebacks_and_stacks(root: logging.Logger, capsys: pytest.CaptureFixture[str]) -> None:
    set_up(Mask([TOKEN]))
    log = logging.getLogger("a.room")
    log.debug("not shown")
    log.info("sent to %s with %s", "Lê Lợi", TOKEN)
    log.warning(*("two of %s", TOKEN, "one too many"))
    try:
        fail()
    except ValueError:
        log.exception("it failed", stack_info=True)

    written = capsys.readouterr().err
    lines = written.splitlines()
    assert [line.split(" ", 1)[1] for line in lines[:3]] == [
        "INFO a.room: sent to Lê Lợi with ***",
        "WARNING a.room: two of %s ('***', 'one too many')",
        "ERROR a.room: it failed",
    ]
    assert "ValueError: bad address /bot***/getMe" in lines
    assert "Stack (most recent call last):" in lines
    assert TOKEN not in written
    assert len(root.handlers) == 1


def test_nothing_that_is_logged_commands_a_terminal_or_looks_like_another_line(
    root: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up(Mask([TOKEN]))
    logging.getLogger("a").warning("a file was not fetched: %s", "x\x1b[2J\u202e\n2026-01-01 ERROR forged\r")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.split(" ", 1)[1] == "WARNING a: a file was not fetched: x�[2J�\\n2026-01-01 ERROR forged�"
    assert len(root.handlers) == 1


@pytest.mark.usefixtures("root")
def test_as_json_each_record_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(Mask([TOKEN]), as_json=True)
    logging.getLogger("a.room").info("sent to %s with %s\n", "Lê Lợi", TOKEN)
    try:
        fail()
    except ValueError:
        logging.getLogger("a.room").exception("it failed")
    told, failed = map(json.loads, capsys.readouterr().err.splitlines())
    assert datetime.fromisoformat(told.pop("at")).tzinfo is not None
    assert told == {"level": "INFO", "logger": "a.room", "message": "sent to Lê Lợi with ***\\n"}
    assert (failed["level"], failed["message"]) == ("ERROR", "it failed")
    assert failed["trace"].splitlines()[-1] == "ValueError: bad address /bot***/getMe"


@pytest.mark.usefixtures("root")
def test_a_trouble_that_goes_on_fills_no_log(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    handler = set_up(Mask([TOKEN]), clock=lambda: now[0])
    for _ in range(2_000):
        try:
            fail()
        except ValueError:
            logging.getLogger("a").exception("the job %s failed", TOKEN)
        now[0] += 0.007
    handler.tell_what_is_over()
    now[0] += 60
    handler.tell_what_is_over()
    written = capsys.readouterr().err
    assert [line.split(" ", 1)[1] for line in written.splitlines() if line.startswith("2")] == [
        "ERROR a: the job *** failed",
        "INFO a: over: the job *** failed (2000 times in 14 s)",
    ]
    assert (written.count("Traceback"), TOKEN in written) == (1, False)


@pytest.mark.usefixtures("root")
def test_requests_are_not_told_one_by_one(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(Mask(), logging.DEBUG)
    logging.getLogger("httpx").info("HTTP Request: POST https://x/bot42:A/getMe")
    logging.getLogger("httpcore.http11").debug("send_request_headers.started")
    logging.getLogger("httpx").warning("something odd")

    assert [line.split(" ", 1)[1] for line in capsys.readouterr().err.splitlines()] == ["WARNING httpx: something odd"]


def test_what_the_database_refuses_is_not_repeated(store: Store) -> None:
    def add_twice() -> None:
        with store.transaction() as session:
            session.add_all([Officer(channel="telegram", user_id="0912345678", name="Lê Thị Hoa") for _ in "12"])

    with pytest.raises(IntegrityError) as refused:
        add_twice()
    said = Mask().text(str(refused.value))
    assert [word for word in ("0912345678", "Lê Thị Hoa") if word in said] == []
