"""What Nội vụ is asked and told of a list that is kept: whether what it says of its tasks is put on record."""

from dataclasses import replace

from data.plans.tracking import Kept
from data.talk import Act, Choice, Outgoing
from locales import Words
from locales.phrases import message
from locales.questions import states_in, states_question
from locales.say.talking import choose

AS_IN_FILE, ALL_OPEN = "theo tep", "chua xong"


def with_states(words: Words, shown: Outgoing, number: int, kept: Kept) -> Outgoing:
    """A draft that is shown, with the one question about the states in it in the place of the way to import it."""
    first, *others = _ways(words, number)
    text = f"{shown.text}\n\n{_asked(words, number, kept)}"
    return replace(shown, text=text, choices=(first, *others, *shown.choices[1:]))


def ask_about_states(words: Words, number: int, kept: Kept) -> Outgoing:
    """The question by itself: nothing has been imported yet."""
    ways = _ways(words, number)
    lines = [f"{choice.label}: {choice.act.typed}" for choice in ways]
    title = words.text("NOT YET IMPORTED")
    return replace(choose(words, states_question(words, kept), ways, lines), title=title)


def once_more(asked: Outgoing, answer: str) -> Outgoing:
    """What is asked before so much is withdrawn, with the answer about the states kept in the way to agree."""
    (choice,) = asked.choices
    act = replace(choice.act, then=f"{answer} {choice.act.then}")
    text = asked.text.replace(choice.act.typed, act.typed)
    return replace(asked, text=text, choices=(replace(choice, act=act),))


def states_noted(words: Words, kept: Kept, *, as_in_file: bool) -> str:
    """What became of the states with the import."""
    if as_in_file:
        return words.text("Recorded as in the file: {said}.", said=states_in(words, kept))
    return words.text("All tasks are followed up as not completed, whatever the file says of them.")


def _ways(words: Words, number: int) -> tuple[Choice, ...]:
    act = Act("nhap", number=number)
    return (
        Choice(words.text("Import, record as in the file"), replace(act, then=AS_IN_FILE)),
        Choice(words.text("Import, all as not completed"), replace(act, then=ALL_OPEN)),
    )


def _asked(words: Words, number: int, kept: Kept) -> str:
    as_in_file, all_open = (choice.act.typed for choice in _ways(words, number))
    return message(
        states_question(words, kept),
        words.text("To record them as in the file: {command}", command=as_in_file),
        words.text("To import all tasks as not completed: {command}", command=all_open),
    ).text
