"""A channel that has no buttons, as strict as one of words alone, and dialogues over it.

As in `tests.bot.dialogues`, but what is shown is what the channel was given, each message behind its number in the
chat: `#2`. `VP: 1` is typed, `VP (2): 1` in reply to the message #2, `nhom/minh @: 1` with the service's name before
it. `VP hears` shows what has come since. `@ 2023-01-12 07:30` moves the clock; the slot opens and all is sent.
"""

import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from data.talk import Outgoing
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.delivery import deliver
from tests.bot.dialogues import ZONE, Play

_TYPED = re.compile(r"(?P<chat>[\w-]+(?:/[\w-]+)?)(?: (?:\((?P<ref>\d+)\)|(?P<named>@)))?: (?P<text>.*)")
_HEARS = re.compile(r"(?P<chat>[\w-]+) hears")


@dataclass
class WordsOnly:
    """It shows a text in a chat, and nothing else."""

    name: str = "local"
    trouble: str | None = None
    has_buttons: bool = False
    allowance: None = None
    shown: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:  # noqa: ARG002 - as channels have it
        """Its ids are the numbers of the messages in the chat."""
        assert (outgoing.choices, outgoing.files, outgoing.replaces) == ((), (), None)
        assert outgoing.text
        self.shown[chat_id].append("\n".join(filter(None, (outgoing.title, outgoing.text))))
        return Delivered((str(len(self.shown[chat_id])),))


@dataclass
class Talk:
    """An office whose chats are on that channel."""

    play: Play
    channel: WordsOnly = field(default_factory=WordsOnly)
    seen: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    def script(self, dialogue: str) -> str:
        """The dialogue again, with what is now shown."""
        said: list[str] = []
        for line in dialogue.strip().splitlines():
            if line.startswith("@ "):
                said.append(line)
                self._morning(datetime.fromisoformat(line[2:]).replace(tzinfo=ZONE))
            elif hears := _HEARS.fullmatch(line):
                said += [line, *self._new(hears["chat"])]
            elif (typed := _TYPED.fullmatch(line)) and self._is_chat(typed["chat"]):
                room = typed["chat"].partition("/")[0]
                self.seen[room] = len(self.channel.shown[room])
                self.play.type(
                    typed["chat"], typed["text"], answered=typed["ref"], addressed=bool(typed["ref"] or typed["named"])
                )
                self._send()
                said += [line, *self._new(room)]
        return "\n".join(said)

    def _is_chat(self, chat: str) -> bool:
        return "/" in chat or chat in {"VP", "KT", "noi-vu"}

    def _new(self, chat: str) -> list[str]:
        first, self.seen[chat] = self.seen[chat], len(self.channel.shown[chat])
        return [f"#{number} {text}" for number, text in enumerate(self.channel.shown[chat], 1) if number > first]

    def _morning(self, now: datetime) -> None:
        self.play.now, composer = now, self.play.conversation.composer
        tick.run(self.play.conversation.store, now, composer.policy, composer.workdays)
        self._send()

    def _send(self) -> None:
        asyncio.run(self._deliver())

    async def _deliver(self) -> None:
        while await deliver(
            self.play.conversation.store, [self.channel], self.play.conversation.composer, self.play.now
        ):
            pass


def holds(talk: Talk, dialogue: str) -> None:
    """Assert that the dialogue goes as written."""
    assert talk.script(dialogue) == "\n".join(dialogue.strip().splitlines())
