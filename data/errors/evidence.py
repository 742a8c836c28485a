"""Evidence (Minh chứng), and any file that comes in by chat."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class FileTooLarge(Refusal):
    """A file of more than so many `megabytes` came in."""

    name: str
    megabytes: int


@dataclass(eq=False, kw_only=True)
class FilesWaiting(Refusal):
    """So many `files`, or so many `megabytes` of them, wait in a chat that no more can."""

    files: int
    megabytes: int


@dataclass(eq=False, kw_only=True)
class EvidenceFull(Refusal):
    """The report of a task has `count` files behind it, and takes no more than `most`."""

    number: str
    count: int
    most: int


@dataclass(eq=False, kw_only=True)
class FileEmpty(Refusal):
    """A file came in with nothing in it."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileLost(Refusal):
    """A file that came in could not be had, or kept."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileWithoutTask(Refusal):
    """Evidence came in, and it is not known for which report."""


@dataclass(eq=False, kw_only=True)
class FileNotHeld(Refusal):
    """The file that a choice was about does not wait any more."""


@dataclass(eq=False, kw_only=True)
class NothingToBack(Refusal):
    """There is no report of the task that could be backed by evidence."""

    number: str


@dataclass(eq=False, kw_only=True)
class EvidenceOfOthers(Refusal):
    """What another unit has sent is not for this chat."""


@dataclass(eq=False, kw_only=True)
class EvidenceGone(Refusal):
    """What is to be taken off a report is not behind it, or nothing is."""

    number: str


@dataclass(eq=False, kw_only=True)
class EvidenceMissing(Refusal):
    """Nothing in what was said is evidence."""

    number: str
