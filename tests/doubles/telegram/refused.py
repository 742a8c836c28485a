"""The refusals of Telegram, in its words."""

from tests.doubles.refused import Refused


def mistake(description: str) -> Refused:
    """Give a 400 that a correct client never meets."""
    return Refused(400, f"Bad Request: {description}", fault=True)


def bad_request(description: str) -> Refused:
    """Give a 400 that may befall anybody."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """Give a 403: this chat is closed to the bot."""
    return Refused(403, f"Forbidden: {description}")
