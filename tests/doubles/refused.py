"""How a call is refused: with a code and a sentence, and whether a correct client could ever meet it."""

from collections.abc import Mapping
from typing import Any


class Refused(Exception):  # noqa: N818 - read as a sentence: the call was refused
    """`description` as the real server words it; `fault` marks a mistake of the client that must fail the test."""

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
