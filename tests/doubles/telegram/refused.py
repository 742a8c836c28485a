"""How a call is refused: with Telegram's code and sentence, and whether a correct client could ever meet it."""

from collections.abc import Mapping
from typing import Any


class Refused(Exception):  # noqa: N818 - read as a sentence: the call was refused
    """`description` as Telegram words it; `fault` marks a mistake of the client that must fail the test."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None, *, fault: bool = False
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.fault = fault
        self.parameters = dict(parameters or {})

    def body(self) -> dict[str, Any]:
        """Give the JSON body of the answer."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return {**body, "parameters": self.parameters} if self.parameters else body


def mistake(description: str) -> Refused:
    """Give a 400 that a correct client never meets."""
    return Refused(400, f"Bad Request: {description}", fault=True)


def bad_request(description: str) -> Refused:
    """Give a 400 that may befall anybody."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """Give a 403: this chat is closed to the bot."""
    return Refused(403, f"Forbidden: {description}")
