"""What each method does, once its call is well-shaped and within the limits."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.doubles.double import Fields
from tests.doubles.telegram import views
from tests.doubles.telegram.limits import DOWNLOAD_BYTES
from tests.doubles.telegram.records import Answer, Json, Post, Room, StoredFile, thread_of
from tests.doubles.telegram.refused import bad_request
from tests.doubles.telegram.state import World
from tests.doubles.telegram.text import trimmed
from tests.doubles.telegram.validation import Upload

_UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)


async def get_me(world: World, _: Fields) -> Json:
    return views.me(world.bot, privacy=world.privacy)


async def get_updates(world: World, fields: Fields) -> list[Json]:
    world.updates.allow(fields.get("allowed_updates"))
    return await world.updates.poll(fields.get("offset", 0), fields.get("limit", 100), fields.get("timeout", 0))


async def set_webhook(world: World, fields: Fields) -> bool:
    world.updates.allow(fields.get("allowed_updates"))
    return _webhook(world, fields, {name: fields[name] for name in ("url", "secret_token") if name in fields})


async def delete_webhook(world: World, fields: Fields) -> bool:
    return _webhook(world, fields, {})


def _webhook(world: World, fields: Fields, webhook: Json) -> bool:
    world.updates.hook(webhook)
    if fields.get("drop_pending_updates"):
        world.updates.drop()
    return True


async def get_webhook_info(world: World, _: Fields) -> Json:
    waiting = len(world.updates.pending)
    url = world.updates.webhook.get("url", "")
    told = {"url": url, "has_custom_certificate": False, "pending_update_count": waiting}
    return told | world.updates.failure


async def send_message(world: World, fields: Fields) -> Json:
    return _send(world, fields, _words(fields, "text", "entities"))


async def send_document(world: World, fields: Fields) -> Json:
    file = _file(world, "document", fields["document"])
    return _send(world, fields, views.document(file) | _words(fields, "caption", "caption_entities"), file)


async def send_photo(world: World, fields: Fields) -> Json:
    file = _file(world, "photo", fields["photo"])
    return _send(world, fields, views.photo(file) | _words(fields, "caption", "caption_entities"), file)


def _send(world: World, fields: Fields, content: Json, file: StoredFile | None = None) -> Json:
    room = world.room_to_write(fields["chat_id"])
    reply_to = _replied(room, fields.get("reply_parameters"))
    thread = fields.get("message_thread_id")
    if thread is not None and thread not in room.topics:
        raise bad_request("message thread not found")
    thread = thread_of(room, reply_to) if thread is None else thread
    if room.forum and thread in room.closed:
        raise bad_request("TOPIC_CLOSED")
    markup = _inline(fields)
    post = world.put(room, world.bot, content, reply_to=reply_to, thread=thread, markup=markup, file=file)
    return views.message(post)


def _replied(room: Room, reply: Json | None) -> Post | None:
    if reply is None:
        return None
    post = room.posts.get(reply["message_id"])
    if post is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return post


def _inline(fields: Fields) -> Json | None:
    markup: Json = fields.get("reply_markup", {})
    return markup if markup.get("inline_keyboard") else None


def _words(fields: Fields, key: str, entities: str) -> Json:
    text, marked = trimmed(fields.get(key, ""), fields.get(entities, []))
    words: Json = {key: text} if text else {}
    return words | ({entities: marked} if marked else {})


def _file(world: World, kind: str, given: Upload | str) -> StoredFile:
    if isinstance(given, Upload):
        return world.keep(kind, given.name, given.mime, given.content)
    if given not in world.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return world.files[given]


async def send_chat_action(world: World, fields: Fields) -> bool:
    world.room_to_write(fields["chat_id"])
    return True


async def edit_message_text(world: World, fields: Fields) -> Json:
    post = _editable(world, fields)
    if "text" not in post.content:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, post, _words(fields, "text", "entities"), _inline(fields))


async def edit_message_reply_markup(world: World, fields: Fields) -> Json:
    post = _editable(world, fields)
    return _edit(world, post, post.content, _inline(fields))


def _editable(world: World, fields: Fields) -> Post:
    post = world.room_to_write(fields["chat_id"]).posts.get(fields["message_id"])
    if post is None:
        raise bad_request("message to edit not found")
    if post.author is not world.bot:
        raise bad_request("message can't be edited")
    return post


def _edit(world: World, post: Post, content: Json, markup: Json | None) -> Json:
    if (content, markup) == (post.content, post.markup):
        raise bad_request(_UNCHANGED)
    post.content, post.markup, post.edited = content, markup, world.stamp
    post.room.edits.append(post)
    world.bell.ring()
    return views.message(post)


async def answer_callback_query(world: World, fields: Fields) -> bool:
    query = fields["callback_query_id"]
    if query not in world.queries or world.queries[query] is not None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.queries[query] = Answer(fields.get("text", ""), fields.get("show_alert", False))
    world.bell.ring()
    return True


async def set_my_commands(world: World, fields: Fields) -> bool:
    world.commands[_audience(world, fields)] = {
        command["command"]: command["description"].strip() for command in fields["commands"]
    }
    return True


async def delete_my_commands(world: World, fields: Fields) -> bool:
    world.commands.pop(_audience(world, fields), None)
    return True


async def get_my_commands(world: World, fields: Fields) -> list[Json]:
    commands = world.commands.get(_audience(world, fields), {})
    return [{"command": name, "description": said} for name, said in commands.items()]


def _audience(world: World, fields: Fields) -> str:
    """Give the name of a scope: "default", "chat 7", "chat_member 7 9", with "@vi" behind it for one language."""
    scope = fields.get("scope", {"type": "default"})
    if "chat_id" in scope:
        world.room_for(scope["chat_id"])
    name = " ".join(str(scope[part]) for part in ("type", "chat_id", "user_id") if part in scope)
    return f"{name}@{fields['language_code']}" if fields.get("language_code") else name


async def get_chat(world: World, fields: Fields) -> Json:
    return views.full_chat(world.room_for(fields["chat_id"]))


async def get_chat_member(world: World, fields: Fields) -> Json:
    room = world.room_for(fields["chat_id"])
    account = world.accounts.get(fields["user_id"])
    if account is None:
        raise bad_request("invalid user_id specified")
    return views.member(account, room.members.get(account.id, "left"))


async def get_file(world: World, fields: Fields) -> Json:
    file = world.files.get(fields["file_id"])
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if file.size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return views.stored(file)


METHODS: Mapping[str, Callable[[World, Fields], Awaitable[Any]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "answerCallbackQuery": answer_callback_query,
    "setMyCommands": set_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getMyCommands": get_my_commands,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getFile": get_file,
}
