"""What each method does, once its call is well-shaped and within the limits."""

from collections.abc import Awaitable, Callable, Mapping

from tests.doubles.double import Fields
from tests.doubles.refused import Refused
from tests.doubles.zalo import views
from tests.doubles.zalo.records import Json
from tests.doubles.zalo.state import World


async def get_me(world: World, _: Fields) -> Json:
    return views.me(world.token, world.bot.name, with_name=world.rules.display_name)


async def get_updates(world: World, fields: Fields) -> Json:
    return await world.updates.poll(float(fields.get("timeout", 30)))


async def send(world: World, fields: Fields) -> Json:
    room = world.room_to_write(fields.get("chat_id"))
    world.allow_one_more(room)
    return views.accepted(world.put(room, world.bot, {name: fields[name] for name in fields if name != "chat_id"}))


async def send_photo(world: World, fields: Fields) -> Json:
    room = world.room_to_write(fields.get("chat_id"))
    file = await world.outside.picture(fields["photo"], world.stored, world.host)
    world.allow_one_more(room)
    content: Json = {name: fields[name] for name in ("photo", "caption") if name in fields}
    return views.accepted(world.put(room, world.bot, content, file=file))


async def send_voice(world: World, fields: Fields) -> Json:
    room = world.room_to_write(fields.get("chat_id"))
    if room.kind == "PRIVATE":
        return await send(world, fields)
    # Into a group it goes well, and nobody hears it.
    return {"message_id": world.id_of(f"message {world.number()}"), "date": world.stamp}


async def send_chat_action(world: World, fields: Fields) -> None:
    world.room_to_write(fields.get("chat_id"))


async def set_webhook(world: World, fields: Fields) -> Json:
    world.count_webhook_call()
    # It is kept even where the test of it fails.
    world.updates.hook({"url": fields["url"], "secret_token": fields["secret_token"], "updated_at": world.stamp})
    verification = await world.verification()
    return {"url": fields["url"], "updated_at": world.stamp, "verification": verification}


async def check_webhook(world: World, _: Fields) -> Json:
    world.count_webhook_call()
    if not world.updates.webhook:
        raise Refused(404, "Not Found")
    return await world.verification()


async def delete_webhook(world: World, _: Fields) -> Json:
    world.updates.hook({})
    return {"url": "", "updated_at": world.stamp}


async def get_webhook_info(world: World, _: Fields) -> Json:
    webhook = world.updates.webhook
    if not webhook and world.rules.without_webhook == "404":
        raise Refused(404, "Not Found")
    return {name: webhook.get(name, "") for name in ("url", "updated_at")} if webhook else {"url": ""}


METHODS: Mapping[str, Callable[[World, Fields], Awaitable[Json | None]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "testWebhook": check_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send,
    "sendPhoto": send_photo,
    "sendSticker": send,
    "sendVoice": send_voice,
    "sendChatAction": send_chat_action,
}
