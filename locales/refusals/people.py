"""What cannot be done with who speaks, and may, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "NotJoined": N_(
        "This chat does not belong to any unit yet. Please type the invitation code given by {office}, for example:"
        " join ABCD2345"
    ),
    "NotAllowed": N_("The command “{command}” is not meant for this chat. To see what can be typed here: help"),
    "CodeForPerson": N_(
        "This code is for one person and is used in a private chat with the service; this group has not been joined by"
        " it. The code is still good: please type it in a private chat."
    ),
    "CodeInvalid": N_("This invitation code is not valid or has been used. Please ask {office} for a new one."),
    "TooManyTries": N_("Too many wrong codes have been typed. Please try again in an hour, or contact {office}."),
    "AnonymousSpeaker": N_(
        "The name of who reports is put on record. Please turn anonymous mode off, so that the message comes from"
        " your own account, and send it again."
    ),
    "MarkedSecret": N_(
        "What is marked MẬT, TỐI MẬT or TUYỆT MẬT is not taken in here: your message was not kept. Please delete it"
        " from this chat and send the document as the rules on state secrets say."
    ),
    "PersonUnknown": N_("Nothing is kept of a person with the account {account} on {channel}."),
}

EITHER: Mapping[str, tuple[str, str, str]] = {
    "RegisteredOnly": (
        "decides",
        N_(
            "In a group the command “{command}” is for officers who have joined in a private chat for {office}."
            " Please type it in that chat, or join there first."
        ),
        N_(
            "In a group the command “{command}” is for officers who have joined in a private chat for this unit or"
            " for {office}. In a private chat with the service it can be typed by everyone."
        ),
    ),
}
