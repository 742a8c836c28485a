"""What cannot be done with units and their chats, in a sentence each."""

from collections.abc import Mapping

from data import errors
from locales import N_

SENTENCES: Mapping[str, str] = {
    "UnitMissing": N_("Please add the unit, by its code or name, for example: {example}"),
    "InviteeUnclear": N_(
        "A code is for officers of the unit or for its head: invite {short} officer · invite {short} head. For"
        " leaders: invite leaders"
    ),
    "CoordinatorByOperator": N_(
        "A code for the office that follows up the plan is given by the operator of the service, not in a chat:"
        " nhacviec invite {short} --role coordinator"
    ),
    "InviteInPrivate": N_(
        "A one-time code is told in a private chat only. Please type this to the service in private."
    ),
    "OwnChat": N_("This is the chat you are writing in. Please unlink it from another chat of {office}."),
    "SameUnit": N_(
        "{unit} cannot hand its work over to itself. Please name two units, for example: hand over P-QT P-LL"
    ),
    "UnitOfOthers": N_("This chat hears of its own unit's work alone, not of {unit}'s. To see it, type: tasks"),
    "HandedOver": N_("{unit} has handed its work over to {successor} already."),
}


def unit_unknown(refusal: errors.UnitUnknown) -> str:
    """By whether something was typed, and is like a unit."""
    if not refusal.text:
        return N_("Please name a unit by its code, or use --all. To see the codes: nhacviec units list")
    if refusal.guesses:
        return N_("There is no unit {text}, it may be one of: {guesses}.")
    return N_("There is no unit {text}. To see the codes: {look}")


def chat_unknown(refusal: errors.ChatUnknown) -> str:
    """By whether the unit has chats."""
    if not refusal.numbers:
        return N_("{unit} has no chat. To invite one, type: invite {short}")
    return N_("{unit} has these chats: {numbers}. Please name one, for example: unlink {short} 1")
