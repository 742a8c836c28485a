"""Cell text to Deadline (Thời hạn): what a plan's time column says, read by a grammar of office Vietnamese."""

from data.deadline.composing import read
from data.deadline.kinds import Cadence, Deadline, Due, Kind, Span

__all__ = ["Cadence", "Deadline", "Due", "Kind", "Span", "read"]
