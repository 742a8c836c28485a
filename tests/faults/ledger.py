"""What should have happened against what did: who heard how often, what was reported, what the database holds."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from time import monotonic

from tests.faults.databases import Database
from tests.faults.double import Wild
from tests.faults.office import until
from tests.faults.template import NUMBERS, Seat

_DIGEST = "NHẮC VIỆC"
# How an answer to a report begins, at once or late.
_RECORDED = "Đã ghi nhận"
_CONFIRMED = """
    SELECT unit.code, task.number, count(*)
    FROM confirmation
    JOIN occurrence ON occurrence.id = confirmation.occurrence_id
    JOIN assignment ON assignment.id = occurrence.assignment_id
    JOIN task ON task.id = assignment.task_id
    JOIN unit ON unit.id = assignment.unit_id
    WHERE confirmation.withdrawn_at IS NULL
    GROUP BY unit.code, task.number
"""
_UNFINISHED = """
    SELECT 1 FROM message WHERE state = 'claimed'
    UNION ALL SELECT 1 FROM received WHERE handled_at IS NULL AND set_aside IS NULL
"""
_CLAIMED = "SELECT chat_id FROM message WHERE state = 'claimed'"


@dataclass(frozen=True, slots=True)
class Report:
    """What an officer has said: the number of the task, and the paper by which the answer is known again."""

    seat: Seat
    number: str
    paper: str


@dataclass(slots=True)
class Ledger:
    """The books of one run. `digests` are the seats that must hear of the morning; `excused` chats may hear again."""

    servers: Mapping[int, Wild]
    database: Database
    digests: Collection[Seat]
    reports: list[Report] = field(default_factory=list)
    excused: Counter[str] = field(default_factory=Counter)
    _papers: "count[int]" = field(default_factory=lambda: count(1))

    async def report(self, seat: Seat, number: str = NUMBERS[0], *, file: bytes = b"") -> Report:
        """Let an officer report a task, each under a paper of its own, with a file where one is given."""
        report = Report(seat, number, f"số {next(self._papers)}/BC-UB")
        self.reports.append(report)
        chat, line = self.servers[seat.bot].chats[seat.chat_id], f"xong {number} {report.paper}"
        await (chat.sends_file("bao-cao.pdf", file, line) if file else chat.says(line))
        return report

    def in_flight(self) -> None:
        """Note what is under way now: a process that is killed at this moment may say it again."""
        records = [server.record for server in self.servers.values()]
        under_way = {chat for record in records for chat, sends in record.under_way.items() if sends}
        claimed = {str(chat_id) for (chat_id,) in self.database.ask(_CLAIMED)}
        self.excused.update(under_way | claimed)

    def lost(self) -> list[str]:
        """Who should have heard and has not, and which reports are not there or were not answered."""
        deaf = [f"digest of {seat.unit}" for seat in self.digests if not self._digests(seat)]
        done = self._confirmed()
        undone = [f"report {each.seat.unit} {each.number}" for each in self.reports if not done[_key(each)]]
        silent = [f"answer to {each.seat.unit} {each.number}" for each in self.reports if not self._answers(each)]
        return deaf + undone + silent

    def copies(self) -> Counter[str]:
        """How often each chat heard what it had heard already."""
        found = Counter({seat.chat_id: max(0, self._digests(seat) - 1) for seat in self.digests})
        for report in self.reports:
            found[report.seat.chat_id] += max(0, self._answers(report) - 1)
        return +found

    def repeated(self) -> list[str]:
        """What was done or said twice and was not under way at any kill."""
        done = self._confirmed()
        twice = [f"report {each.seat.unit} {each.number}" for each in self.reports if done[_key(each)] > 1]
        return twice + [f"{times} × chat {chat}" for chat, times in (self.copies() - self.excused).items()]

    async def settle(self, seconds: float, *, to_the_end: bool = False) -> float:
        """Wait until nothing is missing any more; gives how long it took. Does not raise: `lost` tells what lacks.

        `to_the_end` waits until nothing is claimed or unhandled either: what might still be said twice has been.
        """

        def there() -> bool:
            return not self._missing() and not (to_the_end and self.database.ask(_UNFINISHED))

        began = monotonic()
        with suppress(AssertionError):
            await until(there, seconds, "not all is there", pause=0.1)
        return monotonic() - began

    def _missing(self) -> bool:
        heard = all(self._digests(seat) for seat in self.digests) and all(map(self._answers, self.reports))
        return not heard or bool(self.lost())

    def _digests(self, seat: Seat) -> int:
        return sum(text.startswith(_DIGEST) for text in self.servers[seat.bot].heard(seat.chat_id))

    def _answers(self, report: Report) -> int:
        said = self.servers[report.seat.bot].heard(report.seat.chat_id)
        paper = re.compile(rf"{re.escape(report.paper)}\b")
        return sum(_RECORDED in text and bool(paper.search(text)) for text in said)

    def _confirmed(self) -> Counter[tuple[str, str]]:
        return Counter({(unit, number): times for unit, number, times in self.database.ask(_CONFIRMED)})


def _key(report: Report) -> tuple[str, str]:
    return report.seat.unit, report.number
