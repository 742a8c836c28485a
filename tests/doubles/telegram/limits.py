"""The limits of the Bot API: a well-shaped call that breaks one is the client's mistake."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import urlsplit

from tests.doubles.double import Fields
from tests.doubles.refused import Refused
from tests.doubles.telegram.refused import bad_request, mistake
from tests.doubles.telegram.schema import UPDATES
from tests.doubles.telegram.text import covered
from tests.doubles.telegram.validation import Upload
from tests.doubles.text import units

MESSAGE_UNITS = 4096
CAPTION_UNITS = 1024
ANSWER_UNITS = 200
CALLBACK_BYTES = 64
UPLOAD_BYTES = 50_000_000
PHOTO_BYTES = 10_000_000
DOWNLOAD_BYTES = 20_000_000
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
BUTTONS_IN_ROW = 8
BUTTONS = 100
COMMANDS = 100

_STYLES = frozenset(
    [
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
    ]
)
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def check(method: str, fields: Fields) -> None:
    """Refuse a call that breaks a limit."""
    for rule in _RULES.get(method, ()):
        rule(fields)


def _text(fields: Fields) -> None:
    text = fields.get("text", "").strip()
    if not text:
        raise mistake("message text is empty")
    if units(text) > MESSAGE_UNITS:
        raise mistake("message is too long")


def _caption(fields: Fields) -> None:
    if units(fields.get("caption", "").strip()) > CAPTION_UNITS:
        raise mistake("message caption is too long")


def _entities(fields: Fields, text: str, entities: str) -> None:
    for entity in fields.get(entities, ()):
        if entity["type"] not in _STYLES:
            raise mistake(f"unknown entity {entity['type']}")
        if (entity["type"] == "text_link") != ("url" in entity):
            raise mistake("a text_link has a url, and nothing else has")
        try:
            covered(fields.get(text, ""), entity)
        except ValueError as outside:
            raise mistake("ENTITY_BOUNDS_INVALID") from outside


def _keyboard(fields: Fields) -> None:
    rows = fields.get("reply_markup", {}).get("inline_keyboard", ())
    if any(not 1 <= len(row) <= BUTTONS_IN_ROW for row in rows) or sum(map(len, rows)) > BUTTONS:
        raise mistake(f"a row has 1 to {BUTTONS_IN_ROW} buttons and a keyboard up to {BUTTONS}")
    for button in (button for row in rows for button in row):
        if not button["text"].strip():
            raise mistake("inline keyboard button text is empty")
        if ("callback_data" in button) == ("url" in button):
            raise mistake("can't parse inline keyboard button: it does one thing")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= CALLBACK_BYTES:
            raise mistake("BUTTON_DATA_INVALID")


def _edited(fields: Fields) -> None:
    if "chat_id" not in fields or "message_id" not in fields:
        raise mistake("message identifier is not specified")


def _answer(fields: Fields) -> None:
    if units(fields.get("text", "")) > ANSWER_UNITS:
        raise mistake("MESSAGE_TOO_LONG")


def _commands(fields: Fields) -> None:
    names = [command["command"] for command in fields["commands"]]
    if len(names) > COMMANDS:
        raise mistake("BOT_COMMANDS_TOO_MUCH")
    if len(set(names)) < len(names) or not all(re.fullmatch("[a-z0-9_]{1,32}", name) for name in names):
        raise mistake("BOT_COMMAND_INVALID")
    if not all(1 <= units(command["description"].strip()) <= 256 for command in fields["commands"]):
        raise mistake("BOT_COMMAND_DESCRIPTION_INVALID")


def _language(fields: Fields) -> None:
    if not re.fullmatch("|[a-z]{2}", fields.get("language_code", "")):
        raise mistake("invalid language_code specified")


def _updates(fields: Fields) -> None:
    if strange := sorted(set(fields.get("allowed_updates", ())) - UPDATES):
        raise mistake(f"unknown update {', '.join(strange)}")
    if not 1 <= fields.get("limit", 100) <= 100 or fields.get("timeout", 0) < 0:
        raise mistake("limit is 1 to 100 and timeout not negative")


def _webhook(fields: Fields) -> None:
    if fields["url"] and not fields["url"].startswith("https://"):
        raise mistake("bad webhook: An HTTPS URL must be provided for webhook")
    if urlsplit(fields["url"]).port not in {None, 443, 80, 88, 8443}:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not 1 <= fields.get("max_connections", 40) <= 100:
        raise mistake("max_connections is 1 to 100")
    if not re.fullmatch("|[A-Za-z0-9_-]{1,256}", fields.get("secret_token", "")):
        raise mistake("secret token contains unallowed characters")


def _action(fields: Fields) -> None:
    if fields["action"] not in _ACTIONS:
        raise mistake("wrong parameter action in request")


def _file(fields: Fields, name: str, limit: int) -> None:
    file = fields[name]
    if not isinstance(file, Upload):
        return
    if not file.content:
        raise mistake("file must be non-empty")
    if len(file.content) > limit:
        raise Refused(413, "Request Entity Too Large", fault=True)


def _picture(fields: Fields) -> None:
    file = fields["photo"]
    if not isinstance(file, Upload):
        return
    if not file.content.startswith(_PICTURES):
        raise mistake("IMAGE_PROCESS_FAILED")
    # Of a PNG the size stands at the beginning; that of other pictures is not looked at here.
    if file.content[:16].endswith(b"IHDR") and file.content.startswith(_PNG):
        sides = [int.from_bytes(file.content[at : at + 4]) for at in (16, 20)]
        if sum(sides) > PHOTO_SIDES or max(sides) > PHOTO_RATIO * min(sides):
            raise mistake("PHOTO_INVALID_DIMENSIONS")


_words = partial(_entities, text="text", entities="entities")
_caption_words = partial(_entities, text="caption", entities="caption_entities")

_RULES: Mapping[str, tuple[Callable[[Fields], None], ...]] = {
    "getUpdates": (_updates,),
    "setWebhook": (_updates, _webhook),
    "sendMessage": (_text, _words, _keyboard),
    "sendDocument": (_caption, _caption_words, _keyboard, partial(_file, name="document", limit=UPLOAD_BYTES)),
    "sendPhoto": (_caption, _caption_words, _keyboard, partial(_file, name="photo", limit=PHOTO_BYTES), _picture),
    "sendChatAction": (_action,),
    "editMessageText": (_edited, _text, _words, _keyboard),
    "editMessageReplyMarkup": (_edited, _keyboard),
    "answerCallbackQuery": (_answer,),
    "setMyCommands": (_commands, _language),
    "deleteMyCommands": (_language,),
    "getMyCommands": (_language,),
}
