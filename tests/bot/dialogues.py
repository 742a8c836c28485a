"""Dialogues as tests: what is typed in which chat, and what is answered, word for word.

A line `VP: viec 10` is typed in the chat VP; the lines under it are the whole answer, messages parted by `---`.
`VP [✅ Xong việc 10]` presses that button of the last answer there. `@ 2023-01-30 09:12` moves the clock.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation import Conversation
from bot.talk import Answer, Incoming
from data.outbox import Choice, Outgoing
from data.people import Speaker

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_TYPED = re.compile(r"^(?P<chat>[A-Za-zĐ][\w-]*): (?P<text>.*)$")
_PRESSED = re.compile(r"^(?P<chat>[A-Za-zĐ][\w-]*) \[(?P<label>.+)\]$")


@dataclass
class Play:
    """An office to talk with. Chats are those of the demo: unit codes, "noi-vu", "lanh-dao"; others have not joined."""

    conversation: Conversation
    now: datetime
    count: int = 0
    buttons: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def script(self, dialogue: str) -> str:
        """The dialogue again, with the answers as they are now given."""
        said: list[str] = []
        for line in dialogue.strip().splitlines():
            if line.startswith("@ "):
                self.now = datetime.fromisoformat(line[2:]).replace(tzinfo=ZONE)
            elif typed := _TYPED.match(line):
                answer = self.type(typed["chat"], typed["text"])
                said += [line, _written(answer)]
                continue
            elif pressed := _PRESSED.match(line):
                said += [line, _written(self.press(pressed["chat"], pressed["label"]))]
                continue
            else:
                continue
            said.append(line)
        return "\n".join(said)

    def type(self, chat: str, text: str, **more: str) -> Answer:
        """Type in a chat of the local page."""
        return self._hear(chat, Incoming(self._next(), self._speaker(chat), text, **more))  # type: ignore[arg-type]  # keywords of Incoming

    def press(self, chat: str, label: str) -> Answer:
        """Press a button under the last answer in a chat."""
        choice = next(each for each in self.buttons[chat] if each.label == label)
        return self._hear(chat, Incoming(self._next(), self._speaker(chat), choice.command, choice.occurrence_id))

    def _hear(self, chat: str, incoming: Incoming) -> Answer:
        answer = self.conversation.hear(incoming, self.now)
        self.buttons[chat] = tuple(choice for reply in answer.replies for choice in reply.choices)
        return answer

    def _next(self) -> str:
        self.count += 1
        return str(self.count)

    @staticmethod
    def _speaker(chat: str) -> Speaker:
        return Speaker("local", chat, f"user-{chat}", "Nguyễn Văn A")


def holds(play: Play, dialogue: str) -> None:
    """Assert that the dialogue goes as written."""
    assert play.script(dialogue) == "\n".join(line for line in dialogue.strip().splitlines())


def _written(answer: Answer) -> str:
    return "\n---\n".join(_text(reply) for reply in answer.replies)


def _text(reply: Outgoing) -> str:
    buttons = " ".join(f"[{choice.label}]" for choice in reply.choices)
    return "\n".join(filter(None, (reply.title, reply.text, buttons)))
