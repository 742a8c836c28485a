"""Answers about a report that stands: asked how more is meant, added to, put right, counted for another period."""

from collections.abc import Sequence

from data.facts import OccurrenceFact, ReportFact
from data.lines.numbers import counts_in
from data.talk import Act, Choice, Outgoing
from data.titles import shorten
from locales import Voice, Words
from locales.items import task_label
from locales.phrases import evidence, message, outcome, said_of, sentence, upper_first
from locales.say.talking import choose


def which_way(voice: Voice, fact: OccurrenceFact, results: Sequence[str], acts: Sequence[Act]) -> Outgoing:
    """Is it to be added to what has been reported, or does it take its place? Each with what the report then says."""
    question = voice.text(
        "{task} was reported at {at}: {note}. Please choose how the new figure is meant:",
        task=upper_first(task_label(voice, fact)),
        at=_moment(voice, fact),
        note=_result(_last(fact)),
    )
    labels = [
        voice.text("Add (total {result})", result=_counted(results[0])),
        voice.text("Correct to {result}", result=_counted(results[1])),
    ]
    return choose(voice, question, [Choice(label, act) for label, act in zip(labels, acts, strict=True)])


def something_now(voice: Voice, fact: OccurrenceFact, words: str, act: Act) -> Outgoing:
    """It was reported that nothing arose: is that to be replaced?"""
    question = voice.text(
        "{task} was reported without activity at {at}. Is that report to be replaced?",
        task=upper_first(task_label(voice, fact)),
        at=_moment(voice, fact),
    )
    return choose(voice, question, [Choice(voice.text("Replace it with: {result}", result=shorten(words, 60)), act)])


def twice(voice: Voice, texts: Sequence[str], acts: Sequence[Act]) -> Outgoing:
    """A line counts one thing more than once: all together, or one of the numbers?"""
    question = voice.text("The line gives one figure more than once. Please choose the figure to be reported:")
    labels = [voice.text("Added up: {result}", result=texts[0]), *texts[1:]]
    return choose(voice, question, [Choice(shorten(label, 60), act) for label, act in zip(labels, acts, strict=True)])


def amended(voice: Voice, fact: OccurrenceFact, before: ReportFact, *, adds: bool) -> Outgoing:
    """Something was added to a report, or it was put right: all that it says now, and what it said."""
    fields = {"unit": fact.unit.name, "task": task_label(voice, fact)}
    head = (
        voice.text("Added to the report of {unit} on {task}.", **fields)
        if adds
        else voice.text("The report of {unit} on {task} was corrected.", **fields)
    )
    was = sentence(shorten(voice.text("no activity") if before.nothing_to_report else before.note, 200))
    former = voice.text("Reported before: {note}", note=was) if adds else voice.text("Before: {note}", note=was)
    return message(
        head,
        *_told(voice, _last(fact)),
        former if was else "",
    )


def unchanged(voice: Voice, fact: OccurrenceFact) -> Outgoing:
    """A report says already what it was to say."""
    return message(
        voice.text(
            "The report of {unit} on {task} already says so; nothing was changed.",
            unit=fact.unit.name,
            task=task_label(voice, fact),
        ),
        *_told(voice, _last(fact)),
    )


def moved(voice: Voice, fact: OccurrenceFact, was: OccurrenceFact) -> Outgoing:
    """A report counts for another period now: which one, what it says, and that its own period is owed again."""
    return message(
        voice.text(
            "The report of {unit} on task {number} now counts for {period}, no longer for {other}.",
            unit=fact.unit.name,
            number=fact.task.typed,
            period=voice.period(fact.key, fact.ladder, voice.today),
            other=voice.period(was.key, was.ladder, voice.today),
        ),
        *_told(voice, _last(fact)),
    )


def _told(voice: Voice, report: ReportFact) -> list[str]:
    result, backed = outcome(report), evidence(voice, report)
    return [
        sentence(said_of(voice, result)) if result else "",
        sentence(voice.text("Evidence: {text}", text=backed)) if backed else "",
    ]


def _last(fact: OccurrenceFact) -> ReportFact:
    return fact.report or fact.partial[-1]


def _result(report: ReportFact) -> str:
    return shorten(report.note, 100)


def _counted(result: str) -> str:
    return ", ".join(f"{count.number} {count.noun}" for count in counts_in(result)) or shorten(result, 60)


def _moment(words: Words, fact: OccurrenceFact) -> str:
    return words.moment(_last(fact).at, fact.task.plan.zone)
