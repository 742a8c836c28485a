"""The service's log: plain lines on stderr, with no secret in them."""

import logging
import re
from collections.abc import Sequence
from urllib.parse import quote

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TIME = "%Y-%m-%dT%H:%M:%S%z"
_HIDDEN = "***"
# PostgreSQL repeats the row that it refuses, with what people wrote in it.
_ROW_REFUSED = re.compile(r"^DETAIL: .*", re.MULTILINE)
# A bot's token as it stands in the addresses of both Telegram's and Zalo's servers.
_TOKEN_IN_ADDRESS = re.compile(r"/bot\d+(?::|%3A)[^/\s]+", re.IGNORECASE)

_QUIETER = {
    # They tell each request, with the token in its address.
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    # They tell each ring of the clock; that a ring was left out because the last one still goes on is as it should be.
    "apscheduler": logging.ERROR,
    "alembic": logging.WARNING,
    "uvicorn": logging.WARNING,
}


class Masked(logging.Filter):
    """Hides secrets, literal and as they are quoted in addresses, in a record's message, traceback and stack."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        spellings = {spelling for secret in secrets if secret for spelling in (secret, quote(secret, safe=""))}
        # The longest first: one secret may be a part of another.
        self._secrets = sorted(spellings, key=len, reverse=True)
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record for every handler that comes after; it always passes."""
        record.msg, record.args = self.mask(_message(record)), None
        if record.exc_info and not record.exc_text:
            record.exc_text = self._formatter.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self.mask(record.exc_text)
        if record.stack_info:
            record.stack_info = self.mask(record.stack_info)
        return True

    def mask(self, text: str) -> str:
        """`text` with *** for every secret in it, and for the words of a row that the database refused."""
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        text = _ROW_REFUSED.sub(f"DETAIL: {_HIDDEN}", text)
        return _TOKEN_IN_ADDRESS.sub(f"/bot{_HIDDEN}", text)


def set_up(secrets: Sequence[str], level: int = logging.INFO) -> None:
    """Log to stderr from `level` on, in place of whatever handled the log so far; `secrets` never show."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(_LINE, _TIME))
    handler.addFilter(Masked(secrets))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name, from_level in _QUIETER.items():
        logging.getLogger(name).setLevel(max(level, from_level))


def _message(record: logging.LogRecord) -> str:
    """What a record says, also where its arguments do not fit."""
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return f"{record.msg} {record.args!r}"
