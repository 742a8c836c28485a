"""The limits of the Bot API: a call that breaks one is the client's mistake."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from ipaddress import ip_address
from urllib.parse import urlsplit

from tests.doubles.double import Fields
from tests.doubles.refused import Refused
from tests.doubles.text import part, units

MESSAGE_UNITS = 2_000

_MODES = frozenset({"markdown", "html"})
_STYLE = re.compile(
    r"[bius]|f_(13|15|18|20)|c_(050a19|15a85f|f7b503|f27806|db342e)|lst_[12]|ind_[1-5]",
)
_LINK = re.compile(r"https?://[^/\s]+\S*")


def mistake(description: str) -> Refused:
    """Give a 400 that a correct client never meets."""
    return Refused(400, description, fault=True)


def check(method: str, fields: Fields) -> None:
    """Refuse a call that breaks a limit."""
    for rule in _RULES.get(method, ()):
        rule(fields)


def _text(fields: Fields, name: str = "text", *, required: bool = True) -> None:
    text = fields.get(name, "" if required else "-")
    if not isinstance(text, str):
        raise mistake(f"The {name} must be a string")
    if not text.strip():
        raise mistake(f"The {name} must not be empty")
    if units(text) > MESSAGE_UNITS:
        raise mistake(f"The {name} must not exceed {MESSAGE_UNITS} characters")


def _mode(fields: Fields) -> None:
    if "parse_mode" in fields and fields["parse_mode"] not in _MODES:
        raise mistake("The parse_mode is invalid")


def _styles(fields: Fields) -> None:
    styles = fields.get("text_styles", [])
    if "parse_mode" not in fields and not (
        isinstance(styles, list) and all(_is_style(style, fields["text"]) for style in styles)
    ):
        raise mistake("The text_styles are invalid")


def _is_style(style: object, text: str) -> bool:
    if not isinstance(style, dict) or style.keys() != {"start", "len", "st"}:
        return False
    try:
        part(text, style["start"], style["len"])
    except (ValueError, TypeError):
        return False
    codes = style["st"]
    return isinstance(codes, list) and bool(codes) and all(_STYLE.fullmatch(str(code)) for code in codes)


def _link(fields: Fields, name: str) -> None:
    link = fields.get(name)
    if not link or not isinstance(link, str):
        raise mistake(f"The {name} must not be empty")
    if not link.startswith(("http://", "https://")):
        raise mistake(f"The {name} must start with http:// or https://")
    if not _LINK.fullmatch(link):
        raise mistake(f"The {name} URL is invalid")


def _voice(fields: Fields) -> None:
    if not urlsplit(fields["voice_url"]).path.endswith(".aac"):
        raise mistake("The voice_url must be an .aac file")


def _action(fields: Fields) -> None:
    if fields.get("action") != "typing":
        raise mistake("The action is invalid")


def _timeout(fields: Fields) -> None:
    if not re.fullmatch(r"\d+", str(fields.get("timeout", 30))):
        raise mistake("The timeout is invalid")


def _webhook(fields: Fields) -> None:
    url, secret = fields.get("url"), fields.get("secret_token")
    if not isinstance(url, str) or not url.startswith("https://") or _is_private(urlsplit(url).hostname or ""):
        raise mistake("The url is invalid")
    if not isinstance(secret, str) or not 8 <= len(secret) <= 256:
        raise mistake("The secret_token must be 8 to 256 characters")


def _is_private(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or "." not in host


_RULES: Mapping[str, tuple[Callable[[Fields], None], ...]] = {
    "getUpdates": (_timeout,),
    "setWebhook": (_webhook,),
    "sendMessage": (_text, _mode, _styles),
    "sendPhoto": (partial(_link, name="photo"), partial(_text, name="caption", required=False)),
    "sendSticker": (partial(_text, name="sticker"),),
    "sendVoice": (partial(_link, name="voice_url"), _voice),
    "sendChatAction": (_action,),
}
