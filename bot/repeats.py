"""Trouble that goes on: said when it begins, then once a minute with a count, and when it has ended. Pure."""

import logging
from dataclasses import dataclass, field

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
