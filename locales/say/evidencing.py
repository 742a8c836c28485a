"""Answers about evidence (Minh chứng): which task a file is for, a piece taken off, what backs a report."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from data.facts import OccurrenceFact, ReportFact, TaskFact
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from data.work.evidence import FILES, Kept, Piece
from data.work.held import Held
from locales import Voice, Words
from locales.items import CHECKINS, task_label
from locales.phrases import backing, cite, file_name, message, outcome
from locales.rows import files_of
from locales.say.talking import choose

_TITLE = 60
_MORE = "minh chung 10"


def what_for(words: Words, files: Sequence[Held], *, more: bool = False) -> str:
    """The question what the files are for that have come and back nothing so far; with `more` tasks than are shown."""
    # Photos have no name of their own on some channels: several are told by their count.
    counted = Counter(file_name(words, file.kind, file.name) for file in files)
    named = words.list(name if count == 1 else f"{name} ({count})" for name, count in counted.items())
    if more:
        return words.text(
            "Received and not yet kept as evidence: {files}. Please choose what it is for, or type for another task,"
            " for example: done 10 · evidence 10",
            files=named,
        )
    return words.text("Received and not yet kept as evidence: {files}. Please choose what it is for:", files=named)


def plan_or_evidence(words: Words, files: Sequence[Held]) -> str:
    """The question whether a file that reads like a plan backs the report made just before it."""
    return words.text(
        "The {file} looks like a plan, and a report was made just before it. Please choose what it is:",
        file=words.list(file_name(words, file.kind, file.name) for file in files),
    )


def to_read(words: Words) -> str:
    """The choice to look at a file as a plan."""
    return words.text("Read it as a plan, and show what it would change")


def label_plan(words: Words) -> str:
    """The button to look at a file as a plan."""
    return words.text("Read it as a plan")


def no_plan(words: Words, why: str) -> Outgoing:
    """A document of Nội vụ's that is no plan: why, and what to do if it was to back a report."""
    return message(
        why, words.text("If it is evidence for a report, please send it again with the words: {command}", command=_MORE)
    )


def to_report(voice: Voice, fact: OccurrenceFact, number: str, *, alone: bool) -> str:
    """The choice to report work with the file; with the task's title where it is not `alone`."""
    if fact.ladder in CHECKINS:
        line = voice.text(
            "Report the results of {period} for task {number} with it",
            number=number,
            period=voice.period(fact.key, fact.ladder, voice.today),
        )
    else:
        line = voice.text("Report task {number} done with it", number=number)
    return line if alone else f"{line}: {shorten(fact.task.called, _TITLE)}"


def to_report_part(words: Words, part: str, number: str) -> str:
    """The choice to report one product of several with the file."""
    return words.text("Report “{part}” of task {number} with it", part=part, number=number)


def label_to_add(voice: Voice, fact: OccurrenceFact, number: str, *, alone: bool) -> str:
    """The choice to put the file behind what has been reported."""
    if fact.ladder in CHECKINS:
        line = voice.text(
            "Add it to the report of {period} on task {number}",
            number=number,
            period=voice.period(fact.key, fact.ladder, voice.today),
        )
    else:
        line = voice.text("Add it to the report on task {number}", number=number)
    return line if alone else f"{line}: {shorten(fact.task.called, _TITLE)}"


def label_done(words: Words, number: str) -> str:
    """The button to report work with the file."""
    return words.text("Task {number} done, with the file", number=number)


def label_more(words: Words, number: str) -> str:
    """The button to put the file behind what has been reported."""
    return words.text("Evidence for task {number}", number=number)


def neither(words: Words) -> str:
    """The choice to leave the file."""
    return words.text("Do not keep it")


def put_aside(words: Words, *, waited: bool) -> Outgoing:
    """The file has been deleted; or there was none."""
    if waited:
        return message(words.text("What was sent has been deleted and is not kept as evidence."))
    return message(words.text("No file is waiting here."))


_LABEL = 40


def which(words: Words, number: str) -> str:
    """The question which of several pieces of evidence is to go."""
    return words.text("Which evidence is to be removed from the report on task {number}?", number=number)


def label(words: Words, piece: Piece) -> str:
    """A piece of evidence to choose."""
    return shorten(backing(words, piece.kind, piece.value), _LABEL)


def taken_off(voice: Voice, fact: OccurrenceFact, piece: Piece) -> Outgoing:
    """A piece of evidence backs the report no more; the report stands."""
    return message(
        voice.text(
            "Removed from the report of {unit} on {task}: {evidence}.",
            unit=fact.unit.name,
            task=task_label(voice, fact),
            evidence=backing(voice, piece.kind, piece.value),
        ),
        voice.text(
            "The report stands. To add other evidence, type or send: {command}", command=f"minh chung {fact.task.typed}"
        ),
    )


_SHA_SHOWN = 8


def evidence(words: Words, fact: OccurrenceFact, sent: range, total: int, lost: Collection[int]) -> Outgoing:
    """What backs each report of a share: documents, links, and of `total` files those numbered in `sent`.

    Those `lost` are not to be had any more.
    """
    period = words.period(fact.key, fact.ladder)
    label = words.text("task {number}, {period}", number=fact.task.typed, period=period) if period else ""
    label = label or words.text("task {number}", number=fact.task.typed)
    plan = cite(words, fact.task.plan)
    reports = [*fact.partial, *([fact.report] if fact.report else [])]
    return message(
        shorten(fact.task.called),
        *_lines(words, fact, reports, sent, lost),
        _which_come(words, fact, sent, total, lost),
        title=words.text("EVIDENCE FOR {task} – {plan}", task=label.upper(), plan=plan),
    )


def to_look_through(words: Words, reply: Outgoing, fact: OccurrenceFact) -> Outgoing:
    """The same for Nội vụ, which has not looked at the report: how to take note of it, or to send it back."""
    number, code = fact.task.typed, fact.unit.code
    how = words.text("To send back: {command}", command=f"tra lai {number} {code} và lý do")
    note = Choice(
        words.text("Acknowledge task {number} – {unit}", number=number, unit=code),
        Act("ghi nhan", (number,), units=(code,), occurrence_id=fact.id),
    )
    return replace(reply, text=f"{reply.text}\n{how}", choices=(*reply.choices, note))


def to_add(words: Words, reply: Outgoing, fact: OccurrenceFact) -> Outgoing:
    """The same for the unit itself: how to add more."""
    how = words.text(
        "To add to it: {command}, or a photo or file with the words “evidence {number}”",
        command=_more(fact),
        number=fact.task.typed,
    )
    return replace(reply, text=f"{reply.text}\n{how}")


def of_which_unit(words: Words, task: TaskFact, shares: Sequence[OccurrenceFact], unnamed: int) -> Outgoing:
    """Several units have backed their reports of a task: whose is meant? With how many files each has sent."""
    question = words.text("Several units have sent evidence for task {number}. Please choose one:", number=task.typed)
    choices = [
        Choice(fact.unit.code, Act("xem minh chung", (task.typed,), units=(fact.unit.code,), occurrence_id=fact.id))
        for fact in shares
    ]
    lines = [f"{fact.unit.name}: {_count(words, files_of(fact))}" for fact in shares]
    asked = choose(words, question, choices, lines)
    if unnamed <= 0:
        return asked
    more = words.plural(
        "{n} other unit as well, for example: {command}",
        "{n} other units as well, for example: {command}",
        unnamed,
        command=f"xem minh chung {task.typed} P-LL",
    )
    return replace(asked, text=f"{asked.text}\n{more}")


def nothing_behind(words: Words, task: TaskFact) -> Outgoing:
    """Units have reported a task, and none has sent evidence."""
    return message(words.text("The reports on task {number} came without evidence.", number=task.typed))


def not_sent(words: Words, number: int, kept: Kept) -> str:
    """What stands for a file that could not be sent: it is kept, and under which name the operator finds it."""
    return words.text(
        "{number}. The {file} could not be sent. It is still kept (code {code}): please try again later, or contact"
        " the operator.",
        number=number,
        file=file_name(words, kept.kind, kept.name),
        code=kept.sha256[:_SHA_SHOWN],
    )


def _lines(
    words: Words, fact: OccurrenceFact, reports: Sequence[ReportFact], sent: range, lost: Collection[int]
) -> Iterator[str]:
    """Each report that has something to show with this answer, and what; the first answer shows all that is no file."""
    number = 0
    for report in reports:
        shown = []
        for kind, value in report.evidence:
            if kind not in FILES:
                shown += [f"• {backing(words, kind, value)}"] if sent.start == 1 else []
                continue
            number += 1
            if number in sent:
                shown.append(_file_line(words, number, file_name(words, kind, value), is_lost=number in lost))
        if shown or sent.start == 1:
            yield _head(words, fact, report)
            yield from shown or [words.text("• no evidence was given")]


def _head(words: Words, fact: OccurrenceFact, report: ReportFact) -> str:
    at = words.moment(report.at, fact.task.plan.zone)
    head = words.text("{unit}, reported at {at}", unit=fact.unit.name, at=at)
    said = ": ".join(filter(None, [report.part, shorten(outcome(report))]))
    return f"{head} – {said}:" if said else f"{head}:"


def _file_line(words: Words, number: int, file: str, *, is_lost: bool) -> str:
    if not is_lost:
        return f"• {number}. {file}"
    return words.text(
        "• {number}. {file} – can no longer be opened, please ask the unit to send it again", number=number, file=file
    )


def _which_come(words: Words, fact: OccurrenceFact, sent: range, total: int, lost: Collection[int]) -> str:
    """That the files come after the words; and where there are more, which do, and how to get the rest."""
    if not total or len(lost) == total:
        return ""
    if not sent:
        return words.plural("There is {n} file only.", "There are {n} files only.", total)
    if len(sent) == total:
        return words.text("Photos and files follow this message.")
    parts = [words.text("Files {first}–{last} of {total} follow.", first=sent[0], last=sent[-1], total=total)]
    if sent[-1] < total:
        rest = f"xem minh chung {fact.task.typed} {fact.unit.code} tu {sent[-1] + 1}"
        parts.append(words.text("To see the rest: {command}", command=rest))
    return " ".join(parts)


def _count(words: Words, files: int) -> str:
    if not files:
        return words.text("numbers of documents or links, no file")
    return words.plural("{n} file", "{n} files", files)


def _more(fact: OccurrenceFact) -> str:
    return f"minh chung {fact.task.typed} số …/KH-VP"
