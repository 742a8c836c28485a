"""Cell text to Deadline (Thời hạn): what a plan's time column says, read by a grammar of office Vietnamese."""

from data.deadline.reading import read
from data.deadline.values import Cadence, Deadline, Due, Kind, Span

__all__ = ["Cadence", "Deadline", "Due", "Kind", "Span", "read"]
