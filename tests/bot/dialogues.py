"""Dialogues as tests: what is typed in which chat, and what is answered, word for word.

A line `VP: viec 10` is typed in the chat VP; the lines under it are the whole answer, messages parted by `---`.
`VP [✅ Xong việc 10]` presses that button of the last answer there. `VP hears` shows
the last notice on its way there. `nhom/lan: viec` is typed by Lan in the group chat
nhom, `lan: viec` by her in private; `nhom/an-danh` does not say who it is. `@ 2023-01-30 09:12` moves the clock.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.conversation import Conversation
from bot.talk import Answer, Incoming
from data.kinds import MessageKind, MessageState, Role
from data.model import Message
from data.people import addressing, chats, registering
from data.talk import Choice, Outgoing, Speaker

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_CHAT = r"(?P<chat>[A-Za-zĐ][A-Za-zĐ0-9_-]*(?:/[\w-]+)?)"
# An answer may have a line that begins as if somebody typed it.
_TYPED = re.compile(rf"^(?!Xem: ){_CHAT}: (?P<text>.*)$")
_PRESSED = re.compile(rf"^{_CHAT} \[(?P<label>.+)\]$")
_HEARS = re.compile(rf"^{_CHAT} hears$")
_NAMES = {"lan": "Trần Thị Lan", "minh": "Lê Văn Minh", "an-danh": "Nhóm phường Lê Lợi"}


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
            elif hears := _HEARS.match(line):
                said += [line, _text(self.last_notice(hears["chat"]))]
                continue
            else:
                continue
            said.append(line)
        return "\n".join(said)

    def type(self, chat: str, text: str, **more: object) -> Answer:
        """Type in a chat of the local page."""
        return self._hear(chat, self.incoming(chat, text, **more))

    def incoming(self, chat: str, text: str, **more: object) -> Incoming:
        """What comes in where it is typed, not heard yet."""
        return Incoming(self._next(), self._speaker(chat), text, **more)  # type: ignore[arg-type]  # keywords of Incoming

    def press(self, chat: str, label: str) -> Answer:
        """Press a button under the last answer in a chat."""
        choice = next(each for each in self.buttons[_room(chat)] if each.label == label)
        return self._hear(chat, Incoming(self._next(), self._speaker(chat), choice.act.typed, choice.act))

    def invite(self, unit: str, role: Role = Role.OFFICER) -> str:
        """A fresh invitation code."""
        with self.conversation.store.transaction() as session:
            return chats.new_code(session, registering.unit_by_code(session, unit), role, self.now, timedelta(days=7))

    def notices(self, chat: str) -> list[Outgoing]:
        """The notices on their way to a chat, oldest first, as they would be said now."""
        with self.conversation.store.transaction() as session:
            addresses = addressing.addresses_of(session, "local", chat)
            waiting = session.exec(
                select(Message)
                .where(
                    Message.kind == MessageKind.NOTICE,
                    Message.state == MessageState.WAITING,
                    col(Message.address_id).in_([address.id for address in addresses]),
                )
                .order_by(col(Message.id))
            ).all()
            composed = [self.conversation.composer.compose(session, message) for message in waiting]
        return [each.outgoing for each in composed if each]

    def last_notice(self, chat: str) -> Outgoing:
        """The last notice on its way to a chat, whose buttons can be pressed from now on."""
        notice = next(reversed(self.notices(chat)), Outgoing("", "(nothing)"))
        self.buttons[chat] = notice.choices
        return notice

    def _hear(self, chat: str, incoming: Incoming) -> Answer:
        answer = self.conversation.hear(incoming, self.now)
        self.buttons[_room(chat)] = tuple(choice for reply in answer.replies for choice in reply.choices)
        return answer

    def _next(self) -> str:
        self.count += 1
        return str(self.count)

    @staticmethod
    def _speaker(chat: str) -> Speaker:
        room, in_group, person = chat.partition("/")
        who = person or room
        name = _NAMES.get(who, "Nguyễn Văn A")
        return Speaker("local", room, f"user-{who}", name, bool(in_group), anonymous=who == "an-danh")


def holds(play: Play, dialogue: str) -> None:
    """Assert that the dialogue goes as written."""
    assert play.script(dialogue) == "\n".join(line for line in dialogue.strip().splitlines())


def _room(chat: str) -> str:
    return chat.partition("/")[0]


def _written(answer: Answer) -> str:
    return "\n---\n".join(_text(reply) for reply in answer.replies)


def _text(reply: Outgoing) -> str:
    buttons = " ".join(f"[{choice.label}]" for choice in reply.choices)
    return "\n".join(filter(None, (reply.title, reply.text, buttons)))
