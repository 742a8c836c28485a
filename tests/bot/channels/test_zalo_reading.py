"""What Zalo tells, as the house hears it."""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.channels.zalo.reading import Me, UnreadableError, bot_name, id_of, plain, read, unwrapped
from bot.channels.zalo.webhook import ForgedError, opened, secret_of
from bot.talk import Attachment, Incoming
from data.talk import Speaker

LAN = "a0c01234567890abcdef"
TOLD: dict[str, Any] = {
    "date": 1776919152762,
    "chat": {"chat_type": "PRIVATE", "id": LAN},
    "message_id": "94691c36aef84aa113ee",
    "from": {"id": LAN, "is_bot": False, "display_name": "Trần Thị\nLan"},
}
IN_GROUP: dict[str, Any] = TOLD | {"chat": {"chat_type": "GROUP", "id": "9e7700"}}
ME = Me("zalo:42", {"Bot Nhắc Việc"})


def event(kind: str, base: Mapping[str, Any] = TOLD, **more: Any) -> dict[str, Any]:
    return {"event_name": f"message.{kind}.received", "message": {**base, **more}}


def incoming(text: str, *, other: str | None = None, file: Attachment | None = None, group: str = "") -> Incoming:
    speaker = Speaker("zalo:42", group or LAN, LAN, "Trần Thị Lan", is_group=bool(group))
    return Incoming(
        TOLD["message_id"], speaker, text, other=other, file=file, addressed=bool(group), message=TOLD["message_id"]
    )


CASES = [
    (event("text", text="xong 10"), incoming("xong 10")),
    (event("text", text="/xong 10 số 12/KH-VP"), incoming("xong 10 số 12/KH-VP")),
    (event("text", text="12/KH-VP"), incoming("12/KH-VP")),
    (event("text", text="hỏi @Bot Nhắc Việc"), incoming("hỏi @Bot Nhắc Việc")),
    (event("text", text="xong 10", quoted={"message_id": "1"}), incoming("xong 10")),
    (
        event("image", photo_url="https://photo-stal-1.zdn.vn/a.jpg", caption="xong 10"),
        incoming("xong 10", other="photo", file=Attachment("anh.jpg", 0, ref="https://photo-stal-1.zdn.vn/a.jpg")),
    ),
    (
        event("image", photo="https://photo-stal-1.zdn.vn/a.jpg"),
        incoming("", other="photo", file=Attachment("anh.jpg", 0, ref="https://photo-stal-1.zdn.vn/a.jpg")),
    ),
    (event("image", photo_url=None), incoming("", other="photo", file=Attachment("anh.jpg", 0, why="lost"))),
    (event("sticker", sticker="46991", url="https://zalo-api.zadn.vn/a"), incoming("", other="sticker")),
    (event("voice", voice_url="https://a.zdn.vn/a.aac"), incoming("", other="voice")),
    (event("unsupported"), incoming("", other="unsupported")),
    (event("text", IN_GROUP, text="@Bot Nhắc Việc xong 10"), incoming("xong 10", group="9e7700")),
    (event("text", IN_GROUP, text="xong 10 @bot  nhắc việc nhé"), incoming("xong 10 nhé", group="9e7700")),
    (event("text", IN_GROUP, text="@Bot Nhắc Việc"), incoming("", group="9e7700")),
    (event("text", {**TOLD, "from": {**TOLD["from"], "is_bot": True}}, text="xong 10"), None),
]


@pytest.mark.parametrize(("update", "heard"), CASES)
def test_what_is_heard(update: dict[str, Any], heard: Incoming | None) -> None:
    assert read(update, ME) == heard


UNREADABLE = [
    (event("poll", text="xong 10"), "unknown event"),
    ({"told": [1]}, "unknown event"),
    ({"event_name": "message.text.received"}, "no message"),
    ({"event_name": "message.text.received", "message": "xong"}, "no message"),
    (event("text", TOLD | {"chat": {"id": 5}}, text="xong 10"), "no chat or no sender"),
    (event("text", TOLD | {"from": None}, text="xong 10"), "no chat or no sender"),
]


@pytest.mark.parametrize(("update", "why"), UNREADABLE)
def test_what_cannot_be_read(update: dict[str, Any], why: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(update, ME)
    assert str(raised.value) == why


MENTIONS = [
    ("@Bot Nhắc Việc /xong 10", "xong 10"),
    ("@BOT NHẮC VIỆC xong 10\nsố 12/KH-VP", "xong 10\nsố 12/KH-VP"),
    ("@Bot Nha\u0306\u0301c Vie\u0323\u0302c xong 10", "xong 10"),
    ("xong 10 (@Bot Nhắc Việc)", "xong 10 ()"),
    ("@Bot Nhắc Việc @Bot Nhắc Việc 2", "2"),
    ("a@Bot Nhắc Việc", "a@Bot Nhắc Việc"),
    ("@Bot Nhắc Việcs xong 10", "@Bot Nhắc Việcs xong 10"),
    ("@Bot Nhắc xong 10", "@Bot Nhắc xong 10"),
    ("@Nhắc Việc (2) xong 10", "xong 10"),
]


@pytest.mark.parametrize(("typed", "text"), MENTIONS)
def test_a_mention_is_left_out(typed: str, text: str) -> None:
    assert plain(typed, {"Nhắc Việc (2)", "Bot Nhắc Việc"}) == text


def test_the_bot_is_known_by_its_id_and_what_it_is_told_by_the_message() -> None:
    nameless = {"event_name": "a", "message": {"message_id": None}}
    assert [bot_name("42:abc"), bot_name(" 42:def\n")] == ["zalo:42", "zalo:42"]
    assert [id_of(event("text")), id_of({"message": {"message_id": 7}})] == [TOLD["message_id"], "7"]
    assert id_of(nameless) == id_of(dict(reversed(nameless.items()))) != id_of({"event_name": "b"})
    strange = [id_of({"message": {"message_id": own}}) for own in (None, "", "a b", "\ud800", "a" * 101, True, [1])]
    assert {len(own) for own in (id_of(nameless), *strange[:5])} == {40}


WRAPPED = [
    ({"ok": True, "result": event("text"), "error_code": 0}, event("text")),
    (event("text"), event("text")),
    ({"ok": True, "result": {}, "error_code": 0}, None),
    ({"ok": True, "result": None, "error_code": 0}, None),
    (None, None),
    ([], None),
    ([1], {"told": [1]}),
    ("a", {"told": "a"}),
]


@pytest.mark.parametrize(("told", "update"), WRAPPED)
def test_wrapped_and_flat(told: object, update: object) -> None:
    assert unwrapped(told) == update


SECRET = secret_of("42:SECRET")

POSTED = [
    (b'{"event_name":"a","message":{}}', SECRET, {"event_name": "a", "message": {}}),
    (b'{"ok":true,"result":{"event_name":"a"}}', SECRET, {"event_name": "a"}),
    (b"no json \xff", SECRET, {"told": "no json \N{REPLACEMENT CHARACTER}"}),
    (b"", None, None),
    (b" \n", "wrong", None),
    (b"{}", SECRET, None),
    (b"{}", None, ForgedError),
    (b"{}", "", ForgedError),
    (b'{"event_name":"a"}', SECRET[:-1], ForgedError),
    (b'{"event_name":"a"}', "bí mật", ForgedError),
]


@pytest.mark.parametrize(("body", "given", "update"), POSTED)
def test_what_is_posted(body: bytes, given: str | None, update: object) -> None:
    if update is ForgedError:
        with pytest.raises(ForgedError):
            opened(body, given, SECRET)
    else:
        assert opened(body, given, SECRET) == update


def test_the_secret_goes_with_the_token_and_does_not_tell_it() -> None:
    assert SECRET == secret_of("42:SECRET\n") != secret_of("42:OTHER")
    assert (len(SECRET), "SECRET" in SECRET) == (64, False)
