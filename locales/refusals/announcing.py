"""What cannot be done with words for all units and lists for the leaders, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "TextMissing": N_("Please add the words to pass on, for example: {example}"),
    "NobodyHears": N_("Nothing was sent: none of those who should hear has a chat yet. To see the chats: chats"),
    "NothingDrafted": N_("There are no words waiting to be sent. To write some, type: broadcast …"),
    "SentAlready": N_("This has been sent before; nothing was sent again."),
    "NothingToRelease": N_("There is nothing to bring before the leaders."),
    "ReleaseUnclear": N_(
        "Nothing was sent: “{text}” was not understood. To look through the list, type: leaders · To leave something"
        " out: leaders except 10, P-LL · To send the list that was shown: leaders send"
    ),
    "NotAnException": N_("“{text}” is not in the list. To look through it, type: leaders"),
    "NothingShown": N_("No list {number} has been shown here. To look through the list, type: leaders"),
}
