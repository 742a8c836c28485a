"""The service's log on stderr: a line or a JSON object each, with no secret in it, and no trouble told for ever."""

import logging
import time
from collections.abc import Callable

from bot.masking import Mask
from bot.printable import json_line, on_one_line, printable
from bot.repeats import Repeats, message_of

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TIME = "%Y-%m-%dT%H:%M:%S%z"

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
    """Hides secrets in a record's message, traceback and stack, and lets nothing in them command a terminal."""

    def __init__(self, mask: Mask) -> None:
        super().__init__()
        self._mask = mask
        self._formatter = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the record for every handler that comes after; it always passes."""
        record.msg, record.args = on_one_line(self._mask.text(message_of(record))), None
        if record.exc_info and not record.exc_text:
            record.exc_text = self._formatter.formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = printable(self._mask.text(record.exc_text))
        if record.stack_info:
            record.stack_info = printable(self._mask.text(record.stack_info))
        return True


class AsJson(logging.Formatter):
    """One object per line: when, how bad, who says it, what, and the traceback where there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """A record that has been masked, as JSON."""
        said = {
            "at": self.formatTime(record, _TIME),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        trace = "\n".join(filter(None, (record.exc_text, record.stack_info)))
        return json_line(said | ({"trace": trace} if trace else {}))


class Sparing(logging.Handler):
    """Hands records on to `target`, but of a trouble that goes on only as much as `Repeats` lets through."""

    def __init__(self, target: logging.Handler, clock: Callable[[], float]) -> None:
        super().__init__()
        self._target, self._clock, self._repeats = target, clock, Repeats()

    def emit(self, record: logging.LogRecord) -> None:
        """Write what there is to write now that `record` has come."""
        self._write(self._repeats.hear(record, self._clock()))

    def tell_what_is_over(self) -> None:
        """Write of the troubles that have ended; to be called every few seconds, for the log may have fallen silent."""
        self.acquire()
        try:
            self._write(self._repeats.over(self._clock()))
        finally:
            self.release()

    def _write(self, records: list[logging.LogRecord]) -> None:
        for record in records:
            self._target.handle(record)


def set_up(
    mask: Mask, level: int = logging.INFO, *, as_json: bool = False, clock: Callable[[], float] = time.monotonic
) -> Sparing:
    """Log to stderr from `level` on, in place of whatever handled the log so far; secrets of `mask` never show."""
    target = logging.StreamHandler()
    target.setFormatter(AsJson() if as_json else logging.Formatter(_LINE, _TIME))
    target.addFilter(Masked(mask))
    handler = Sparing(target, clock)
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name, from_level in _QUIETER.items():
        logging.getLogger(name).setLevel(max(level, from_level))
    return handler
