"""The closed sets of words that rows and facts share: roles, parts, states, ladders. Pure."""

from enum import StrEnum


class Role(StrEnum):
    """What a chat is for."""

    OFFICER = "officer"
    HEAD = "head"
    COORDINATOR = "coordinator"
    LEADER = "leader"
    UNREADABLE = "unreadable"


class Part(StrEnum):
    """A unit's part in a task: chủ trì, phối hợp or theo dõi; former, where an amended plan took it away."""

    LEAD = "lead"
    COORDINATING = "coordinating"
    MONITORING = "monitoring"
    FORMER = "former"
    UNREADABLE = "unreadable"


PARTS = (Part.LEAD, Part.COORDINATING, Part.MONITORING)
"""The parts that a unit can have now, the one that goes before the others first."""


class State(StrEnum):
    """How far an Occurrence has come. Overdue is derived from the day, never stored."""

    OPEN = "open"
    DONE = "done"
    ACCEPTED = "accepted"
    CLOSED = "closed"
    UNREADABLE = "unreadable"


class Closing(StrEnum):
    """Why an Occurrence was closed without being accepted."""

    UNREPORTED = "unreported"
    WITHDRAWN = "withdrawn"
    NOT_COUNTED = "not_counted"
    UNREADABLE = "unreadable"


class Ladder(StrEnum):
    """Which row of the table of rungs reminds of an Occurrence."""

    DATED = "dated"
    QUARTER = "quarter"
    YEAR = "year"
    EVENT = "event"
    STANDING = "standing"
    RECURRING = "recurring"
    WEEKLY = "weekly"
    CONDITIONAL = "conditional"
    UNSPECIFIED = "unspecified"
    UNREADABLE = "unreadable"


class Audience(StrEnum):
    """In which role somebody hears of a thing."""

    UNIT = "unit"
    COORDINATING_UNIT = "coordinating_unit"
    MONITORING_UNIT = "monitoring_unit"
    HEAD = "head"
    COORDINATOR = "coordinator"
    LEADER = "leader"
    UNREADABLE = "unreadable"


class MessageKind(StrEnum):
    """What a Message is made of when it is claimed: a day's Reminders, one event, or what a turn has answered."""

    DIGEST = "digest"
    NOTICE = "notice"
    ANSWER = "answer"
    UNREADABLE = "unreadable"


class MessageState(StrEnum):
    """Where a Message is on its way.

    UNKNOWN: it may have arrived, twice at most, and is not sent again; SET_ASIDE: it cannot be read.
    """

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    WITHDRAWN = "withdrawn"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SET_ASIDE = "set_aside"
    UNREADABLE = "unreadable"
