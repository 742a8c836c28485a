"""What the pretended Zalo knows, as the JSON of its Bot API."""

from tests.doubles.zalo.records import Json, Post


def me(token: str, name: str, *, with_name: bool) -> Json:
    """Give what getMe answers with: the documented sample has no display_name."""
    number = int(token.partition(":")[0])
    view: Json = {
        "id": str(10**18 + number),
        "account_name": f"bot.{number}VDKyGxQvc",
        "account_type": "BASIC",
        "can_join_groups": False,
    }
    return {**view, "display_name": name} if with_name else view


def event(name: str, post: Post, author: str, content: Json) -> Json:
    """Give an event as it comes to a webhook, without the envelope of getUpdates."""
    message = {
        "date": post.date,
        "chat": {"chat_type": post.room.kind, "id": post.room.id},
        "message_id": post.id,
        "from": {"id": author, "is_bot": False, "display_name": post.author.name},
    }
    return {"event_name": name, "message": message | content}


def accepted(post: Post) -> Json:
    """Give what a sending method answers with."""
    return {"message_id": post.id, "date": post.date}
