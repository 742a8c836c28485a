"""Trouble that goes on: said when it begins, then once a minute with a count, and when it has ended. Pure."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.masking import Mask, json_line, on_one_line, printable

EVERY = 60.0
"""Seconds between two words about one trouble; and so long it must be away to have ended."""

# So many troubles are told apart. There are fewer; but a library may write each time something else.
_MOST = 200

_Key = tuple[str, str, str]


@dataclass(slots=True)
class _Trouble:
    """One trouble since it began; `untold` counts what has not been written since `told`."""

    first: logging.LogRecord
    began: float
    told: float
    last: float
    times: int = 1
    untold: int = 0


@dataclass(frozen=True, slots=True)
class Repeats:
    """What is going on. Warnings and worse are one trouble by logger, template and type of exception."""

    _going_on: dict[_Key, _Trouble] = field(default_factory=dict)

    def hear(self, record: logging.LogRecord, now: float) -> list[logging.LogRecord]:
        """What to write when a record comes, `now` in seconds: what has ended, and itself, or its count, or nothing."""
        written = self.over(now)
        if record.levelno < logging.WARNING:
            return [*written, record]
        key = _key(record)
        trouble = self._going_on.get(key)
        if trouble is None:
            if len(self._going_on) >= _MOST:
                del self._going_on[min(self._going_on, key=lambda each: self._going_on[each].last)]
            begun = _like(record, logging.INFO, message_of(record))  # without the frames that a traceback holds
            self._going_on[key] = _Trouble(begun, now, now, now)
            return [*written, record]
        trouble.last, trouble.times, trouble.untold = now, trouble.times + 1, trouble.untold + 1
        if now - trouble.told < EVERY:
            return written
        said = f"{message_of(record)} (and {trouble.untold - 1} times more in {now - trouble.told:.0f} s)"
        trouble.told, trouble.untold = now, 0
        return [*written, _like(record, record.levelno, said)]

    def over(self, now: float) -> list[logging.LogRecord]:
        """What to write of troubles that have ended: nothing of one that came but once."""
        ended = {key: trouble for key, trouble in self._going_on.items() if now - trouble.last >= EVERY}
        for key in ended:
            del self._going_on[key]
        return [
            _like(
                each.first,
                logging.INFO,
                f"over: {each.first.msg} ({each.times} times in {each.last - each.began:.0f} s)",
            )
            for each in ended.values()
            if each.times > 1
        ]


def _key(record: logging.LogRecord) -> _Key:
    fault = record.exc_info[0] if record.exc_info else None
    return record.name, str(record.msg), fault.__qualname__ if fault else ""


def _like(record: logging.LogRecord, level: int, said: str) -> logging.LogRecord:
    """A record like another that says something else, without its traceback."""
    return logging.LogRecord(record.name, level, record.pathname, record.lineno, said, (), None)


def message_of(record: logging.LogRecord) -> str:
    """What a record says, also where its arguments do not fit."""
    try:
        return record.getMessage()
    except (TypeError, ValueError):
        return f"{record.msg} {record.args!r}"


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
