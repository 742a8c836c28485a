"""What the local chat page says of itself; its chats say the rest."""

from data.model import Role
from locales import N_, Words

NAME = N_("Nhắc Việc – trial")
EXPLAINED = N_(
    "This is a trial with the plan of 2023, on this computer only: no message leaves it. "
    "Speak as any unit, and move the day on to see its reminders arrive."
)

CHATS = N_("Conversations")
SEARCH = N_("Find a unit")
NOT_FOUND = N_("No unit has this name.")
BACK = N_("Back to the list")
NOTHING_CHOSEN = N_("Choose a conversation on the left to begin.")
NOTHING_SAID = N_("Nothing has been said here yet. Type “{command}” to begin.")
PLACEHOLDER = N_("Type a message, for example: {command}")
SEND = N_("Send")
ATTACH = N_("Send a file")
REPLY = N_("Reply")
REPLYING = N_("In reply to:")
NOT_REPLYING = N_("Not in reply to this message")
TOO_LARGE = N_("This file is too large to be sent. At most 20 MB can be.")

CHOOSE_DAY = N_("Choose a day")
NEXT_WORKING_DAY = N_("Next working day")
NEXT_WEEK = N_("+1 week")
WALKING = N_("Moving on to {day}…")
PAST = N_("Days that have gone by cannot be played again. Please choose a day after {day}.")
TOO_FAR = N_("One step goes at most a year ahead. Please choose a day up to {day}.")

ROLES = {
    Role.OFFICER: N_("Officer of the unit"),
    Role.HEAD: N_("Head of the unit"),
    Role.COORDINATOR: N_("Coordinator"),
    Role.LEADER: N_("Leader"),
}


def unread(words: Words, n: int) -> str:
    """What the number beside a conversation means, for those who hear the page."""
    return words.plural("{n} new message", "{n} new messages", n)
