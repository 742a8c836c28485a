"""Incoming as it is stored before it is handled, and back."""

from dataclasses import asdict
from typing import Any

from bot.talk import Attachment, Incoming
from bot.understanding import LONGEST
from data.acts import Act, line
from data.kinds import State
from data.talk import Speaker


def content(incoming: Incoming) -> dict[str, Any]:
    """What came in, as the inbox keeps it beside its bot and id."""
    speaker = incoming.speaker
    return {
        "chat_id": speaker.chat_id,
        "user_id": speaker.user_id,
        "name": speaker.name,
        "is_group": speaker.is_group,
        "anonymous": speaker.anonymous,
        "text": incoming.text[:LONGEST],
        "act": incoming.act.to_record() if incoming.act else None,
        "tapped": incoming.tapped,
        "other": incoming.other,
        "addressed": incoming.addressed,
        "answered": incoming.answered,
        "offered": list(incoming.offered),
        "chosen": incoming.chosen,
        "album": incoming.album,
        "forwarded": incoming.forwarded,
        "edited": incoming.edited,
        "message": incoming.message,
        "topic": incoming.topic,
        "file": asdict(incoming.file) if incoming.file else None,
    }


def path_of(content: dict[str, Any]) -> str | None:
    """Where the file lies that what was kept names, however that reads otherwise; None where it names none."""
    file = content.get("file")
    return file.get("path") if isinstance(file, dict) else None


def incoming(bot: str, update_id: str, content: dict[str, Any]) -> Incoming:
    """What came in, from what the inbox has kept of it."""
    speaker = Speaker(
        bot,
        content["chat_id"],
        content["user_id"],
        content["name"],
        content["is_group"],
        content.get("anonymous", False),
    )
    return Incoming(
        update_id,
        speaker,
        content["text"],
        _act(content),
        content["tapped"],
        content["other"],
        file=Attachment(**content["file"]) if content.get("file") else None,
        addressed=content.get("addressed", False),
        answered=content.get("answered"),
        offered=tuple(content.get("offered", ())),
        chosen=content.get("chosen"),
        album=content.get("album"),
        forwarded=content.get("forwarded", False),
        edited=content.get("edited", False),
        topic=content.get("topic"),
        message=content.get("message"),
    )


def _act(content: dict[str, Any]) -> Act | None:
    """The choice that was taken; an earlier release kept what it was made for beside the line that it typed."""
    if content.get("act"):
        return Act.from_record(content["act"])
    state = State(content["state"]) if content.get("state") else None
    made_for = content.get("occurrence_id")
    return None if made_for is None else line(content["text"], made_for, state)
