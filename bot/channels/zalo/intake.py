"""What has come in, whichever way: the house is told of it once, in order, and again where it could not keep it."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.channels.house import House
from bot.channels.zalo.reading import Me, UnreadableError, Update, id_of, read
from data.refusals import DatabaseAway

log = logging.getLogger(__name__)

# So many updates are remembered as told: one that Zalo gives again right away costs the database nothing.
_REMEMBERED = 500
# Seconds between attempts while the database is away: doubling from the first to the second.
_PAUSE, _LONGEST_PAUSE = 0.5, 5.0


class Intake:
    """Tells `house` of what comes in for the bot `me`. Photos are told of only where it `brings` them, `groups` too."""

    def __init__(
        self,
        house: House,
        me: Callable[[], Me],
        sleep: Callable[[float], Awaitable[None]],
        *,
        brings: bool,
        groups: bool,
    ) -> None:
        self._house = house
        self._me = me
        self._sleep = sleep
        self._brings = brings
        self._groups = groups
        self._told: dict[str, None] = {}
        self._unheard: set[str] = set()
        self._turn = asyncio.Lock()

    async def take(self, update: Update) -> bool:
        """Have the house be told of an update, however long its database is away; says whether it was a new one.

        Zalo gives it but once: until this returns it is nowhere else.
        """
        key, pause = id_of(update), _PAUSE
        async with self._turn:
            while key not in self._told:
                try:
                    await self._tell(key, update)
                except DatabaseAway as away:
                    log.warning("update %s is not stored and will be told again (%s)", key, away.reason)
                except Exception:
                    log.exception("update %s could not be taken in and will be told again", key)
                else:
                    self._remember(key)
                    return True
                await self._sleep(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)
        return False

    async def _tell(self, key: str, update: Update) -> None:
        """Tell of one; what cannot be read, or does harm, is kept aside."""
        try:
            await self._tell_said(update)
        except DatabaseAway:
            raise
        except UnreadableError as unreadable:
            log.warning("update %s is set aside: %s", key, unreadable)
            await self._set_aside(key, update, str(unreadable))
        except Exception as fault:
            log.exception("update %s is set aside: it cannot be read", key)
            await self._set_aside(key, update, type(fault).__name__)

    async def _tell_said(self, update: Update) -> None:
        me = self._me()
        heard = read(update, me)
        if heard is None:
            return
        group = heard.speaker.chat_id if heard.speaker.is_group else None
        if group is not None and not self._groups:
            if group not in self._unheard:
                log.warning("what is said to the bot in the group %s is not heard: groups are not switched on", group)
            self._unheard.add(group)
            return
        await self._house.keep([heard if self._brings else replace(heard, file=None)])

    async def _set_aside(self, key: str, update: Update, reason: str) -> None:
        # A half of a letter, which no database takes, stays escaped.
        content = json.dumps(update, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()
        await self._house.set_aside(self._me().name, key, content, reason)

    def _remember(self, key: str) -> None:
        self._told[key] = None
        while len(self._told) > _REMEMBERED:
            del self._told[next(iter(self._told))]
