"""What nobody knows for sure of the real Zalo, what may change there, and how much it allows: a test sets it."""

from dataclasses import dataclass, field
from typing import Literal

from tests.doubles.troubles import Garbage, Refusal
from tests.doubles.zalo.records import Json

INVALID_CHAT = "The chat_id is invaild"

# The gateway's page, which tells the path and so the token.
_PAGE = (
    "<html>\r\n<head><title>{code}</title></head>\r\n<body>\r\n<center><h1>{code}</h1></center>\r\n"
    "<p>{{path}}</p>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)


def gateway(code: int) -> Garbage:
    """Give the gateway's own page: 429 when it is hammered, 502 when there is nobody behind it."""
    return Garbage(_PAGE.format(code=code).encode(), code)


def quota_exceeded() -> Refusal:
    """Give the refusal of a bot that has used up what its plan allows."""
    return Refusal(429, "Quota exceeded")


# An answer that says it went well and tells nothing.
EMPTY_RESULT = Garbage(b'{"ok":true,"result":{},"error_code":0}')
NULL_RESULT = Garbage(b'{"ok":true,"result":null,"error_code":0}')


@dataclass(slots=True)
class Rules:
    """How the server behaves; every field may be set at any time.

    `status`: a refusal comes with HTTP 200, or with its own code. `codes`: error_code as a number or as text.
    `polling`: an update that was read is gone, or comes again until there is a newer one. `without_webhook`: what
    getWebhookInfo says then. `in_groups`: whether people have their usual id there. `display_name`: whether getMe
    tells it. `probe_with_secret`: whether the test of a webhook carries the secret. `webhook_resends`: whether an event
    comes again that the webhook did not answer with 2xx. `blocked`: what a bot is told that writes to somebody who
    blocked it. `extra`: fields in every event that nobody has documented. The rest are limits: of people who have
    written to the bot, of groups, of accepted messages in a month, of webhook calls in a day, and of calls within so
    many seconds (None: no limit).
    """

    status: Literal["always200", "mirrored"] = "always200"
    codes: Literal["number", "text"] = "number"
    polling: Literal["consume", "replay"] = "consume"
    without_webhook: Literal["404", "empty"] = "404"
    in_groups: Literal["same", "other"] = "same"
    display_name: bool = False
    probe_with_secret: bool = False
    webhook_resends: bool = False
    blocked: Refusal = field(default_factory=lambda: Refusal(410, INVALID_CHAT))
    extra: Json = field(default_factory=dict)
    users: int = 50
    groups: int = 3
    messages: int = 3_000
    webhook_calls: int = 20
    burst: tuple[int, float] | None = None
