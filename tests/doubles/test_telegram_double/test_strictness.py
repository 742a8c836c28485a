"""A wrong call is refused as Telegram refuses it, and fails the test that made it."""

from typing import Any

import httpx
import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import InvalidToken

from tests.doubles.telegram import TelegramDouble
from tests.doubles.test_telegram_double.helpers import ptb

LONG = "ữ" * 4096
DOCUMENT = {"document": ("a.txt", b"a")}
CASES: list[tuple[str, dict[str, Any], int, str]] = [
    ("sendSong", {}, 404, "Not Found: method not found"),
    ("sendMessage", {"text": "a"}, 400, "missing field chat_id"),
    ("sendMessage", {"chat_id": "7001", "text": "a", "parse_mode": "HTML"}, 400, "unknown field parse_mode"),
    ("sendMessage", {"chat_id": 7001, "text": 5}, 400, "text is no String"),
    ("sendMessage", {"chat_id": 7001.5, "text": "a"}, 400, "chat_id is none of Integer, String"),
    ("sendMessage", {"chat_id": 7001, "text": "a", "entities": {}}, 400, "entities is no array"),
    ("sendMessage", {"chat_id": 7001, "text": " \n"}, 400, "message text is empty"),
    ("sendMessage", {"chat_id": 7001, "text": LONG + "a"}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 7001, "text": "🙂" * 2049}, 400, "message is too long"),
    ("sendMessage", {"chat_id": 7001, "text": "a", "reply_markup": {}}, 400, "reply_markup is none of "),
    ("editMessageText", {"chat_id": 7001, "text": "a"}, 400, "message identifier is not specified"),
    ("editMessageText", {"chat_id": 7001, "message_id": True, "text": "a"}, 400, "message_id is no Integer"),
    ("answerCallbackQuery", {"callback_query_id": 5}, 400, "callback_query_id is no String"),
    ("answerCallbackQuery", {"callback_query_id": "5", "text": "a" * 201}, 400, "MESSAGE_TOO_LONG"),
    ("sendChatAction", {"chat_id": 7001, "action": "singing"}, 400, "wrong parameter action in request"),
    ("getUpdates", {"allowed_updates": ["song"]}, 400, "unknown update song"),
    ("getUpdates", {"limit": 101}, 400, "limit is 1 to 100 and timeout not negative"),
    ("setWebhook", {"url": "http://example.com"}, 400, "bad webhook: An HTTPS URL must be provided for webhook"),
    ("setWebhook", {"url": "https://a.example.vn/", "max_connections": 0}, 400, "max_connections is 1 to 100"),
    ("setMyCommands", {"commands": [{"command": "Xong", "description": "a"}]}, 400, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "xong", "description": " "}]}, 400, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "xong"}]}, 400, "missing field commands[0].description"),
    ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, 400, "missing field scope.chat_id"),
    ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}, 400, "scope is no BotCommandScope"),
    ("getMyCommands", {"language_code": "việt"}, 400, "invalid language_code specified"),
]


@pytest.mark.parametrize(("method", "fields", "code", "complaint"), CASES)
async def test_a_wrong_call_is_refused_and_kept(
    telegram: TelegramDouble, wire: httpx.AsyncClient, method: str, fields: dict[str, Any], code: int, complaint: str
) -> None:
    telegram.user("Lan").private()

    answer = (await wire.post(f"/bot42:TEST/{method}", json=fields)).json()

    assert (answer["ok"], answer["error_code"]) == (False, code)
    assert complaint in answer["description"]
    assert telegram.forgive() == [f"{method}: {answer['description']}"]


KEYBOARDS: list[tuple[list[list[dict[str, str]]], str]] = [
    ([[{"text": "a", "callback_data": "ữ" * 22}]], "BUTTON_DATA_INVALID"),
    ([[{"text": "a", "callback_data": ""}]], "BUTTON_DATA_INVALID"),
    ([[{"text": "a"}]], "it does one thing"),
    ([[{"text": "a", "callback_data": "a", "url": "https://example.com"}]], "it does one thing"),
    ([[{"text": " ", "callback_data": "a"}]], "button text is empty"),
    ([[]], "a row has 1 to 8 buttons"),
    ([[{"text": "a", "callback_data": "a"}] * 9], "a row has 1 to 8 buttons"),
    ([[{"text": "a", "callback_data": "a"}]] * 101, "a keyboard up to 100"),
]


@pytest.mark.parametrize(("rows", "complaint"), KEYBOARDS)
async def test_a_wrong_keyboard_is_refused_and_kept(
    telegram: TelegramDouble, wire: httpx.AsyncClient, rows: list[list[dict[str, str]]], complaint: str
) -> None:
    fields = {"chat_id": 7001, "text": "a", "reply_markup": {"inline_keyboard": rows}}

    answer = await wire.post("/bot42:TEST/sendMessage", json=fields)

    assert answer.status_code == 400
    assert complaint in telegram.forgive()[0]


@pytest.mark.parametrize(
    ("entity", "complaint"),
    [
        ({"type": "bold", "offset": 0, "length": 5}, "ENTITY_BOUNDS_INVALID"),
        ({"type": "bold", "offset": 1, "length": 1}, "ENTITY_BOUNDS_INVALID"),
        ({"type": "bold", "offset": -1, "length": 2}, "ENTITY_BOUNDS_INVALID"),
        ({"type": "loud", "offset": 0, "length": 2}, "unknown entity loud"),
        ({"type": "text_link", "offset": 0, "length": 2}, "a text_link has a url"),
    ],
)
async def test_a_wrong_entity_is_refused_and_kept(
    telegram: TelegramDouble, wire: httpx.AsyncClient, entity: dict[str, Any], complaint: str
) -> None:
    await wire.post("/bot42:TEST/sendMessage", json={"chat_id": 7001, "text": "🙂ab", "entities": [entity]})

    assert complaint in telegram.forgive()[0]


@pytest.mark.parametrize(
    ("fields", "files", "complaint"),
    [
        ({"caption": "a" * 1025}, DOCUMENT, "message caption is too long"),
        ({}, {"document": ("a.txt", b"")}, "file must be non-empty"),
        ({"document": "attach://x"}, {"y": ("a.txt", b"a")}, "attached file x not sent"),
        ({"caption_entities": "[{"}, DOCUMENT, "caption_entities is no array"),
    ],
)
async def test_a_wrong_file_is_refused_and_kept(
    telegram: TelegramDouble,
    wire: httpx.AsyncClient,
    fields: dict[str, str],
    files: dict[str, tuple[str, bytes]],
    complaint: str,
) -> None:
    await wire.post("/bot42:TEST/sendDocument", data={"chat_id": "7001", **fields}, files=files)

    assert complaint in telegram.forgive()[0]


async def test_what_is_not_a_call_at_all(telegram: TelegramDouble, wire: httpx.AsyncClient) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}

    await wire.post("/bot42:TEST/getMe", content=b"{", headers={"content-type": "application/json"})
    await wire.post("/bot42:TEST/getMe", json=[])
    await wire.post("/bot42:TEST/getMe", content=b"a", headers={"content-type": "text/plain"})
    await wire.post("/bot42:TEST/getFile", content=b"file_id=a&file_id=b", headers=form)
    await wire.get("/bot42:TEST/getMe")
    await wire.get("/favicon.ico")

    assert telegram.forgive() == [
        "getMe: Bad Request: can't parse JSON object",
        "getMe: Bad Request: JSON object expected",
        "getMe: Bad Request: unknown content type 'text/plain'",
        "getFile: Bad Request: field file_id sent twice",
        "getMe: Bad Request: GET where the house posts",
        "favicon.ico: Not Found",
    ]


async def test_what_just_fits_is_taken(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    widest = InlineKeyboardMarkup([[InlineKeyboardButton("a", callback_data="a" * 64)] * 8] * 12)

    await bot.send_message(chat.id, LONG, reply_markup=widest)
    await bot.send_message(chat.id, "🙂" * 2048)
    await bot.send_document(chat.id, b"a", caption="a" * 1024)
    await bot.set_my_commands([BotCommand(f"{number:032}", "ữ" * 256) for number in range(100)])

    assert [len(message.text) for message in chat.history] == [4096, 2048, 1024]


async def test_a_fault_fails_the_test_that_caused_it() -> None:
    with pytest.raises(AssertionError, match="sendSong: Not Found: method not found"):
        async with TelegramDouble() as telegram, httpx.AsyncClient(base_url=telegram.url) as wire:
            await wire.post("/bot42:TEST/sendSong")


async def test_a_fault_does_not_hide_the_error_that_came_first() -> None:
    async def story() -> None:
        async with TelegramDouble() as telegram, httpx.AsyncClient(base_url=telegram.url) as wire:
            await wire.post("/bot42:TEST/sendSong")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as failing:
        await story()
    assert failing.value.__notes__ == ["Telegram was called wrongly:\nsendSong: Not Found: method not found"]


@pytest.mark.parametrize(("token", "code"), [("42:OTHER", 401), ("nonsense", 404), ("", 404)])
async def test_a_wrong_token(wire: httpx.AsyncClient, token: str, code: int) -> None:
    answer = await wire.post(f"/bot{token}/getMe")

    said = {401: "Unauthorized", 404: "Not Found"}[code]
    assert (answer.status_code, answer.json()) == (code, {"ok": False, "error_code": code, "description": said})


async def test_python_telegram_bot_understands_the_wrong_token(telegram: TelegramDouble) -> None:
    with pytest.raises(InvalidToken):
        async with ptb(telegram, "42:OTHER"):
            pass
