"""Both messengers as one story has them: a strict server, a bot of ours at it, and what the same trouble is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.channels.house import Bot
from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from scheduler.channel import Outcome, TryLater, Undeliverable
from tests.bot.channels.house import Clock
from tests.doubles.telegram import TelegramDouble, too_many_requests
from tests.doubles.troubles import Trouble
from tests.doubles.zalo import Rules, ZaloDouble, gateway

# They have verbs in common, not the types of ids and people.
Server = Any


@dataclass(frozen=True, slots=True)
class Messenger:
    """What differs. `limit` is that of a message, `too_often` how it refuses a bot that calls too often."""

    name: str
    serves: Callable[[], Server]
    bot: Callable[..., Bot]
    limit: int
    too_often: Trouble
    gone: Outcome

    def bot_at(self, server: Server, clock: Clock, **settings: Any) -> Bot:
        """Our bot, in time that passes only while somebody sleeps."""
        return self.bot(server.token, base_url=server.url, clock=clock, sleep=clock.sleep, **settings)


_ZALO = partial(Messenger, bot=Zalo, limit=2_000, too_often=gateway(429), gone=Undeliverable("not-found"))

MESSENGERS: Mapping[str, Messenger] = {
    "telegram": Messenger(
        "telegram",
        TelegramDouble,
        Telegram,
        limit=4_096,
        too_often=too_many_requests(30),
        gone=Undeliverable("blocked"),
    ),
    "zalo": _ZALO("zalo", lambda: ZaloDouble(rules=Rules(status="always200", users=200))),
    "zalo-mirrored": _ZALO("zalo", lambda: ZaloDouble(rules=Rules(status="mirrored", users=200))),
}

NO_ANSWER = TryLater("no-answer", perhaps=True)
