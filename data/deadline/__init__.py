"""Cell text to Deadline (Thời hạn): what a plan's time column says, read by a grammar of office Vietnamese.

In reading order; each file imports only those before it. A rule takes words from the line or gives None, by the kit
of `data.words`.

    values      what can a cell say? The six kinds of Deadline, due days, cadences
    tokens      what is one word, number or date of the cell, and when is "nam" a year
    points      which days are "đầu quý II", "năm sau", "năm học 2024-2025"; which year stands by a date; which number
                counts, and what was not understood
    months      which words name a month or a quarter
    dates       which words name a day, week, month, quarter, half or year
    series      what is a list of them, what a range
    cadences    which words name a cadence, weekdays of each week, or say that the work goes on
    periods     which days of each month or quarter come round; cumulative reports
    conditions  what is to be waited for, seasons too; what only cites or numbers
    relations   how do "trước", "từ", "dự kiến" relate a date to the work; what has a walk found so far
    scan        in which order are the rules tried
    dated       which dates come once: starts, planned days, limits, ranges
    recurring   on which days is a recurring duty due
    composing   `read`: which kind is it in the end, and what should a person look at
    mentions    where in a sentence do the words of time stand, which `read` is then given

A new phrase is a word in the table or `take` of the rule whose question it answers, and a row in its table of cells,
tests/data/test_deadline_*.py; a rule `opened_by` words must have its first word among them. A new rule is called by
the file's reader, and one of a new family by `scan`.
"""

from data.deadline.composing import read
from data.deadline.values import Cadence, Deadline, Due, Kind, Span

__all__ = ["Cadence", "Deadline", "Due", "Kind", "Span", "read"]
