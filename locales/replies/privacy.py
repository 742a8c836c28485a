"""Answers about what is kept of a person, and its erasing."""

from data.outgoing import Choice, Outgoing
from data.speakers.persons import Forgotten
from locales import Words
from locales.phrases import message, office

_COMMAND = "quen toi dong y"


def nothing_kept(words: Words) -> Outgoing:
    """There is nothing to erase."""
    return message(words.text("Nothing is kept of you: you have not written here so far."))


def forget_question(words: Words, person: int, *, is_last_of_office: bool) -> Outgoing:
    """What would be erased and what would stay, before it is done; the button is for that `person` alone."""
    text = message(
        words.text(
            "Your name, your account id and your private chat with the service will be erased; no reminders will come"
            " to that chat any more."
        ),
        words.text(
            "The unit's reports that you sent, with their notes and evidence, and the record of changes stay, without"
            " your name."
        ),
        words.text(
            "You are the last chat of {office}: after that nobody receives difficulties and requests of the units,"
            " until another chat of the office has joined by a code from the operator of the service.",
            office=office(words),
        )
        if is_last_of_office
        else "",
        words.text("To confirm, type: {command}", command=_COMMAND),
    ).text
    return Outgoing("", text, (Choice(words.text("Erase what is kept of me"), f"{_COMMAND} {person}"),))


def forgotten(words: Words, gone: Forgotten) -> Outgoing:
    """What has been erased, and what is kept without a name."""
    return message(
        words.text("Your name, your account id and your private chat have been erased."),
        words.plural(
            "{n} report is kept without your name, as part of the unit's record.",
            "{n} reports are kept without your name, as part of the unit's record.",
            gone.reports,
        )
        if gone.reports
        else "",
        words.text(
            "In what was written here before, your full name and the given name behind “đ/c”, “anh”, “chị” and the like"
            " have been masked. Should another way of naming you have stayed, please tell {office}.",
            office=office(words),
        ),
        words.text("To use the service again, please ask {office} for a new invitation code.", office=office(words)),
    )
