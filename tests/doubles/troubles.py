"""Misfortunes a test orders in advance: the next calls of a method meet them, all others go well."""

import asyncio
from dataclasses import dataclass, field

from tests.doubles.refused import Refused


@dataclass(frozen=True, slots=True)
class Refusal:
    """Nothing is done and the call is refused."""

    code: int
    description: str
    retry_after: int | None = None

    def error(self) -> Refused:
        """Give the refusal to raise."""
        waiting = {} if self.retry_after is None else {"retry_after": self.retry_after}
        return Refused(self.code, self.description, waiting)


def too_many_requests(retry_after: int) -> Refusal:
    """Give a 429 that asks for `retry_after` seconds of silence."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after)


def server_error(code: int = 502, description: str = "Bad Gateway") -> Refusal:
    """Give a 5xx."""
    return Refusal(code, description)


@dataclass(frozen=True, slots=True)
class Garbage:
    """Nothing is done and the answer is this, as a rule no JSON; `{path}` in it stands for the path that was asked."""

    body: bytes = b"<html><h1>It works!</h1></html>"
    code: int = 200


@dataclass(frozen=True, slots=True)
class AnswerLost:
    """The call is done, but the connection ends before its answer; without `done` nothing is done either.

    A `reset` one ends in the middle of a packet, not with a farewell.
    """

    done: bool = True
    reset: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """The call waits until `release` is set: before it is done, or, with `done`, before its answer."""

    release: asyncio.Event
    done: bool = False


@dataclass(frozen=True, slots=True)
class Slow:
    """The call is done, and answered after so many seconds of real time; without `done` it is done only then, too."""

    seconds: float
    done: bool = True


@dataclass(frozen=True, slots=True)
class Dripping:
    """The call is done, and its answer begins at once, but ends only after so many seconds of real time."""

    seconds: float


Trouble = Refusal | Garbage | AnswerLost | Held | Slow | Dripping


@dataclass(slots=True)
class _Order:
    method: str | None
    chat_id: object
    trouble: Trouble
    left: float


@dataclass(slots=True)
class Orders:
    """The misfortunes still to come, first ordered first met."""

    _orders: list[_Order] = field(default_factory=list)

    def add(self, trouble: Trouble, method: str | None, chat_id: object, times: float) -> None:
        """Order `trouble` for the next `times` calls of `method` to the chat `chat_id` (None: any)."""
        self._orders.append(_Order(method, chat_id, trouble, times))

    def take(self, method: str, chat_id: object) -> Trouble | None:
        """Give the misfortune that this call meets, and count it."""
        for order in self._orders:
            if order.left and order.method in {None, method} and order.chat_id in {None, chat_id}:
                order.left -= 1
                return order.trouble
        return None

    def clear(self) -> None:
        """Forget those still to come."""
        self._orders.clear()
