"""The double keeps to the published Bot API, in what it takes and in what it says."""

import asyncio
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from telegram import Bot

from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram.schema import METHODS, OBJECTS, UPDATES, Field
from tests.doubles.test_telegram_double.helpers import PIXEL, keyboard

SPEC = Path(__file__).parents[4] / "shared" / "spec" / "telegram-bot-api-10.1.json"

published = pytest.mark.skipif(not SPEC.exists(), reason="the published Bot API is not beside the repository")
Spec = Mapping[str, Any]


@pytest.fixture(scope="module")
def spec() -> Spec:
    loaded: Spec = json.loads(SPEC.read_text(encoding="utf-8"))
    return loaded


@published
@pytest.mark.parametrize("name", [*METHODS, *OBJECTS])
def test_the_table_is_part_of_the_published_one(spec: Spec, name: str) -> None:
    ours: Mapping[str, Field] = {**METHODS, **OBJECTS}[name]
    theirs = {field["name"]: field for field in {**spec["methods"], **spec["types"]}[name].get("fields", [])}

    assert {name: field.required for name, field in ours.items()} == {
        name: theirs[name]["required"] for name in ours if name in theirs
    }
    assert {name for name, field in theirs.items() if field["required"]} <= ours.keys()
    assert [name for name, field in ours.items() if not {*field.types} <= {*theirs[name]["types"]}] == []


@published
def test_the_kinds_of_update_are_the_published_ones(spec: Spec) -> None:
    assert {field["name"] for field in spec["types"]["Update"]["fields"]} - {"update_id"} == UPDATES


@published
async def test_what_the_double_says_is_what_telegram_says(
    spec: Spec, telegram: TelegramDouble, bot: Bot, wire: httpx.AsyncClient
) -> None:
    lan = telegram.user("Lan", "lan_ubnd")
    chat, group = lan.private(), telegram.group("Tổ", [lan])
    forum = telegram.group("Diễn đàn", [lan], forum=True)
    asked = await chat.says("/xong 10")
    await chat.sends_file("a.txt", b"a", "/xong", reply_to=asked)
    await chat.sends_photo(PIXEL)
    await chat.sends_sticker()
    await chat.edits(asked, "/xong 11")
    await bot.get_updates(offset=-100, allowed_updates=[*UPDATES])
    await chat.reacts(asked, "👍", "5368324170671202286")
    await chat.blocks_bot()
    await chat.unblocks_bot()
    await group.says_anonymously("/xong")
    await group.promotes_bot(by=lan)
    await group.becomes_supergroup(by=lan)
    await forum.promotes_bot(by=lan)
    await forum.reacts_anonymously(await forum.says(lan, "/xong"), "👌")
    await forum.says(lan, "/xong", topic=await forum.opens_topic("Báo cáo", by=lan))
    sent = await bot.send_message(chat.id, "Việc 10", reply_markup=keyboard("Xong"))
    pressing = asyncio.create_task(chat.presses("Xong"))
    await bot.get_updates(offset=-100, timeout=5)

    updates = telegram.pending
    answers = [
        ("User", await _result(wire, "getMe")),
        ("WebhookInfo", await _result(wire, "getWebhookInfo")),
        ("Message", await _result(wire, "sendMessage", chat_id=chat.id, text="a /b")),
        ("Message", await _result(wire, "editMessageText", chat_id=chat.id, message_id=sent.message_id, text="b")),
        ("ChatFullInfo", await _result(wire, "getChat", chat_id=forum.id)),
        ("ChatMemberOwner", await _result(wire, "getChatMember", chat_id=forum.id, user_id=lan.id)),
        ("File", await _result(wire, "getFile", file_id=updates[1]["message"]["document"]["file_id"])),
    ]
    query = next(update["callback_query"]["id"] for update in updates if "callback_query" in update)
    await bot.answer_callback_query(query)
    await pressing

    assert len(updates) == 19
    assert [wrong for update in updates for wrong in _unpublished(spec, update, "Update", "update")] == []
    assert [wrong for kind, answer in answers for wrong in _unpublished(spec, answer, kind, kind)] == []


async def _result(wire: httpx.AsyncClient, method: str, **fields: Any) -> Any:
    return (await wire.post(f"/bot42:TEST/{method}", json=fields)).json()["result"]


def _unpublished(spec: Spec, value: Any, kind: str, where: str) -> list[str]:
    """Say where `value` is not the published `kind`."""
    if kind.startswith("Array of "):
        items = value if isinstance(value, list) else [None]
        return [wrong for item in items for wrong in _unpublished(spec, item, kind.removeprefix("Array of "), where)]
    plain = {"String": str, "Integer": int, "Boolean": bool}.get(kind)
    if plain is not None:
        return [] if type(value) is plain else [f"{where} is no {kind}"]
    alternatives = spec["types"][kind].get("subtypes")
    if alternatives:
        found = [_unpublished(spec, value, one, where) for one in alternatives]
        return min(found, key=len)
    return _unpublished_object(spec, value, kind, where)


def _unpublished_object(spec: Spec, value: Any, kind: str, where: str) -> list[str]:
    fields = {field["name"]: field for field in spec["types"][kind].get("fields", [])}
    missing = [
        f"{where}.{name} is missing" for name, field in fields.items() if field["required"] and name not in value
    ]
    strange = [f"{where}.{name} is unknown" for name in value if name not in fields]
    inside = [
        min((_unpublished(spec, value[name], one, f"{where}.{name}") for one in fields[name]["types"]), key=len)
        for name in value
        if name in fields
    ]
    return missing + strange + [wrong for found in inside for wrong in found]
