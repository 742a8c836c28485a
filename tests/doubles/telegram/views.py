"""What the pretended Telegram knows, as the JSON of the Bot API."""

from collections.abc import Iterable

from tests.doubles.telegram.records import Account, Json, Post, Room, StoredFile
from tests.doubles.telegram.text import covered

_SPOKEN = frozenset({"text", "document", "photo", "sticker"})
_RIGHTS = [
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
_BOT_ABILITIES = [
    "supports_guest_queries",
    "supports_inline_queries",
    "can_connect_to_business",
    "has_main_web_app",
    "has_topics_enabled",
    "allows_users_to_create_topics",
    "can_manage_bots",
    "supports_join_request_queries",
]
_NO_GIFTS = dict.fromkeys(
    ["unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"], False
)


def user(account: Account) -> Json:
    """Give a User."""
    named = {"username": account.username} if account.username else {}
    return {"id": account.id, "is_bot": account.is_bot, "first_name": account.name, **named}


def me(bot: Account, *, privacy: bool) -> Json:
    """Give the User that getMe answers with."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": not privacy}
    return {**user(bot), **abilities, **dict.fromkeys(_BOT_ABILITIES, False)}


def chat(room: Room) -> Json:
    """Give a Chat."""
    view: Json = {"id": room.id, "type": room.kind, "first_name" if room.person else "title": room.title}
    if room.person and room.person.username:
        view["username"] = room.person.username
    return {**view, "is_forum": True} if room.forum else view


def full_chat(room: Room) -> Json:
    """Give the ChatFullInfo that getChat answers with."""
    return {**chat(room), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}


def message(post: Post, *, nested: bool = False) -> Json:
    """Give a Message; the one it replies to is given without its own."""
    view: Json = {"message_id": post.id, "date": post.date, "chat": chat(post.room), "from": user(post.author)}
    if post.as_room:
        view["sender_chat"] = chat(post.room)
    if post.thread is not None:
        view["message_thread_id"] = post.thread
    if post.thread in post.room.topics:
        view["is_topic_message"] = True
    if post.reply_to is not None and not nested:
        view["reply_to_message"] = message(post.reply_to, nested=True)
    if post.edited is not None:
        view["edit_date"] = post.edited
    markup = {"reply_markup": post.markup} if post.markup else {}
    return {**view, **post.content, **markup}


def member(account: Account, status: str) -> Json:
    """Give a ChatMember."""
    view: Json = {"status": status, "user": user(account)}
    if status in {"creator", "administrator"}:
        view["is_anonymous"] = False
    if status == "administrator":
        view |= {"can_be_edited": False, **dict.fromkeys(_RIGHTS, False)}
    if status == "kicked":
        view["until_date"] = 0
    return view


def document(file: StoredFile) -> Json:
    """Give the content of a message that brings a document."""
    named = {"file_name": file.name, "mime_type": file.mime}
    return {"document": {**_file(file), **named}}


def photo(*sizes: StoredFile) -> Json:
    """Give the content of a message that brings a photo, smallest size first."""
    return {
        "photo": [{**_file(file), "width": 90 * 10**step, "height": 60 * 10**step} for step, file in enumerate(sizes)]
    }


def video(file: StoredFile) -> Json:
    """Give the content of a message that brings a video."""
    named = {"file_name": file.name, "mime_type": file.mime}
    return {"video": {**_file(file), **named, "width": 640, "height": 360, "duration": 12}}


def sticker(file: StoredFile, emoji: str) -> Json:
    """Give the content of a message that is a sticker."""
    still = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
    return {"sticker": {**_file(file), **still, "emoji": emoji}}


def reactions(emojis: Iterable[str]) -> list[Json]:
    """Give ReactionTypes; a name in words stands for an emoji of somebody's own."""
    return [
        {"type": "custom_emoji", "custom_emoji_id": each} if each.isascii() else {"type": "emoji", "emoji": each}
        for each in emojis
    ]


def stored(file: StoredFile) -> Json:
    """Give the File that getFile answers with."""
    return {**_file(file), "file_path": file.path}


def _file(file: StoredFile) -> Json:
    return {"file_id": file.id, "file_unique_id": f"u-{file.id}", "file_size": file.size}


def is_service(content: Json) -> bool:
    """Say whether a message tells of the chat itself (somebody joined, it moved) rather than saying something."""
    return _SPOKEN.isdisjoint(content)


def words(content: Json) -> tuple[str, list[Json]]:
    """Give the text or caption of a message and the entities in it."""
    key, entities = ("text", "entities") if "text" in content else ("caption", "caption_entities")
    return content.get(key, ""), content.get(entities, [])


def called(content: Json) -> list[str]:
    """Give the bots that a message calls: by mention, by /command@name, or "" for a plain command at its start."""
    text, entities = words(content)
    calling = [one for one in entities if one["type"] == "mention" or one["offset"] == 0]
    return [covered(text, one).partition("@")[2] for one in calling]
