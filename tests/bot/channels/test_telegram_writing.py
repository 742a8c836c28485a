"""What Outgoing looks like on Telegram, and what its errors mean."""

from datetime import timedelta

import httpx
import pytest
from telegram import MessageEntity
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, TimedOut
from telegram.error import TelegramError as Fault

from bot.channels.telegram.wire import TooManyRequestsError, outcome_of
from bot.channels.telegram.writing import Part, Tap, callback_data, keyboard, parts, read_callback
from data.kinds import State
from data.talk import Choice, Outgoing
from scheduler.delivery import Moved, Outcome, TryLater, Undeliverable


def rows(*labels: str) -> list[list[str]]:
    made = keyboard([Choice(label, "viec") for label in labels])
    return [] if made is None else [[button.text for button in row] for row in made.inline_keyboard]


def bold(length: int) -> tuple[MessageEntity, ...]:
    return (MessageEntity(MessageEntity.BOLD, 0, length),)


@pytest.mark.parametrize(
    ("outgoing", "expected"),
    [
        (Outgoing("NHẮC VIỆC", "Kính gửi\n• Việc 10"), (Part("NHẮC VIỆC\nKính gửi\n• Việc 10", bold(9)),)),
        (Outgoing("", "Đã ghi nhận"), (Part("Đã ghi nhận"),)),
        (Outgoing("NHẮC VIỆC", ""), (Part("NHẮC VIỆC", bold(9)),)),
        (Outgoing("✅ 🙂", "một"), (Part("✅ 🙂\nmột", bold(4)),)),
        (Outgoing(" Việc ", "một\n"), (Part("Việc\nmột", bold(4)),)),
        (Outgoing("", " \n "), ()),
    ],
)
def test_title_and_words(outgoing: Outgoing, expected: tuple[Part, ...]) -> None:
    assert parts(outgoing) == expected


def test_too_long_for_one_message_it_is_split_between_items_with_the_buttons_under_the_last() -> None:
    items = [f"• Việc {number}: {'báo cáo ' * 20}\n  hạn 31/01/2023\n" for number in range(40)]
    made = parts(Outgoing("NHẮC VIỆC", "".join(items), (Choice("Xong việc 1", "xong 1", 7),)))

    assert "".join(part.text for part in made) + "\n" == "NHẮC VIỆC\n" + "".join(items)
    assert [part.text.startswith("• Việc") for part in made] == [False, True]
    assert [part.entities for part in made] == [bold(9), ()]
    assert [part.keyboard is not None for part in made] == [False, True]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((), []),
        (("✅ Xong việc 10",), [["✅ Xong việc 10"]]),
        (("Việc 1", "Việc 2", "Việc 3"), [["Việc 1", "Việc 2"], ["Việc 3"]]),
        (("Việc 1", "Không phát sinh việc 12", "Việc 2"), [["Việc 1"], ["Không phát sinh việc 12"], ["Việc 2"]]),
        (("Không phát sinh việc 12", "Việc 1", "Việc 2"), [["Không phát sinh việc 12"], ["Việc 1", "Việc 2"]]),
    ],
)
def test_a_button_a_row_and_two_where_they_are_short(labels: tuple[str, ...], expected: list[list[str]]) -> None:
    assert rows(*labels) == expected


@pytest.mark.parametrize(
    ("choice", "data"),
    [
        (Choice("", "xong 10", 42), "xong 10|42"),
        (Choice("", "viec"), "viec|"),
        (Choice("", "hay là a|7"), "hay là a|7|"),
        (Choice("", "xong 10", 42, State.OPEN), "xong 10|42|o"),
        (Choice("", "bao nham 10", 42, State.DONE), "bao nham 10|42|d"),
        (Choice("", "viec 10", 42, State.ACCEPTED), "viec 10|42|a"),
        (Choice("", "hay là a|7|o", 42, State.CLOSED), "hay là a|7|o|42|c"),
        (Choice("", "viec", None, State.OPEN), "viec|"),
        (Choice("", "x" * 40, 2**63, State.OPEN), "x" * 40 + "|9223372036854775808|o"),
        (Choice("", "?"), "?|"),
    ],
)
def test_what_a_button_carries(choice: Choice, data: str) -> None:
    assert callback_data(choice) == data
    state = choice.state if choice.occurrence_id is not None else None
    assert read_callback(data) == Tap(choice.command, choice.occurrence_id, state)
    assert len(data.encode()) <= 64


@pytest.mark.parametrize(
    ("choice", "data"),
    [
        (Choice("", "x" * 41, 42, State.OPEN), "?bab162f7339cd7b9"),
        (Choice("another label", "x" * 41, 42, State.OPEN), "?bab162f7339cd7b9"),
        (Choice("", "x" * 41, 42, State.DONE), "?344c6a12fef10c0b"),
        (Choice("", "x" * 41, 43, State.OPEN), "?5a04656e45e5fe0e"),
        (Choice("", "xong 1 quy 1 " + "ữ" * 10, 42, State.OPEN), "?432504999f82b38b"),
    ],
)
def test_of_a_long_choice_a_button_carries_the_reference(choice: Choice, data: str) -> None:
    assert callback_data(choice) == data
    assert read_callback(data) == Tap("", reference=choice.reference)


@pytest.mark.parametrize(
    ("data", "tap"),
    [
        # Made before buttons told a state.
        ("xong 10|42", Tap("xong 10", 42)),
        # Not made by us.
        ("xong 10", Tap("xong 10")),
        ("xong|mười", Tap("xong")),
        ("xong 10|42|x", Tap("xong 10|42")),
        ("x" * 58 + "|42|o", Tap("x" * 58, 42, State.OPEN)),
        ("?d1", Tap("?d1")),
        ("", Tap("")),
    ],
)
def test_a_button_that_we_no_longer_make(data: str, tap: Tap) -> None:
    assert read_callback(data) == tap


def because(error: Fault, cause: Exception) -> Fault:
    error.__cause__ = cause
    return error


HOUR = timedelta(hours=1)
ERRORS: list[tuple[Fault, Outcome]] = [
    (ChatMigrated(-1002), Moved("-1002")),
    (TooManyRequestsError(30), TryLater("too-many-requests", timedelta(seconds=30))),
    (Forbidden("Forbidden: bot was blocked by the user"), Undeliverable("blocked")),
    (Forbidden("Forbidden: user is deactivated"), Undeliverable("deactivated")),
    (Forbidden("Forbidden: bot was kicked from the supergroup chat"), Undeliverable("kicked")),
    (Forbidden("Forbidden: bot is not a member of the group chat"), Undeliverable("left")),
    (Forbidden("Forbidden: bot can't initiate conversation with a user"), Undeliverable("not-started")),
    (Forbidden("Forbidden: the group chat was deleted"), Undeliverable("deleted")),
    (Forbidden("Forbidden: something new"), Undeliverable("forbidden")),
    (BadRequest("Chat not found"), Undeliverable("not-found")),
    (BadRequest("PEER_ID_INVALID"), Undeliverable("not-found")),
    (BadRequest("Not enough rights to send text messages to the chat"), TryLater("no-rights", HOUR, lasting=True)),
    (Forbidden("Forbidden: CHAT_WRITE_FORBIDDEN"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("Need administrator rights in the channel chat"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("CHAT_RESTRICTED"), TryLater("no-rights", HOUR, lasting=True)),
    (BadRequest("Topic_closed"), TryLater("topic-closed", HOUR, lasting=True)),
    (BadRequest("Message thread not found"), TryLater("no-topic", HOUR, lasting=True)),
    (BadRequest("Topic_deleted"), TryLater("no-topic", HOUR, lasting=True)),
    (BadRequest("Message is too long"), TryLater("too-long")),
    (BadRequest("Message caption is too long"), TryLater("too-long")),
    (BadRequest("Can't parse entities"), TryLater("refused", lasting=True)),
    (Conflict("Conflict"), TryLater("refused", lasting=True)),
    (InvalidToken(), TryLater("token-rejected", timedelta(minutes=10))),
    (NetworkError("Bad Gateway"), TryLater("server-error")),
    (Fault("Invalid server response"), TryLater("server-error")),
    (because(TimedOut(), httpx.PoolTimeout("")), TryLater("unreachable")),
    (because(TimedOut(), httpx.ConnectTimeout("")), TryLater("unreachable")),
    (because(NetworkError(""), httpx.ConnectError("")), TryLater("unreachable")),
    (because(NetworkError(""), httpx.UnsupportedProtocol("")), TryLater("unreachable")),
    (because(TimedOut(), httpx.ReadTimeout("")), TryLater("no-answer", perhaps=True)),
    (because(NetworkError(""), httpx.RemoteProtocolError("")), TryLater("no-answer", perhaps=True)),
]


@pytest.mark.parametrize(("error", "outcome"), ERRORS)
def test_what_an_error_means(error: Fault, outcome: Outcome) -> None:
    assert outcome_of(error) == outcome
