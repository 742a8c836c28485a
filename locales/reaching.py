"""Why a chat cannot be written to, in words."""

from locales import N_, Words

# Why a channel says that a chat cannot be written to.
_REASONS = {
    "blocked": N_("the service has been blocked there"),
    "deactivated": N_("the account is closed"),
    "kicked": N_("the service has been removed from the group"),
    "left": N_("the service has been removed from the group"),
    "not-started": N_("the person has not opened the chat yet"),
    "not-found": N_("there is no such chat any more"),
    "deleted": N_("the group has been deleted"),
    "no-rights": N_("the service has no right to write in the group"),
    "topic-closed": N_("the topic in which the service writes is closed"),
    "no-topic": N_("the topic in which the service writes is gone"),
}
_ANY_REASON = N_("the app does not let the service write there")


def why_closed(words: Words, code: str) -> str:
    """Why a chat cannot be written to."""
    return words.text(_REASONS.get(code, _ANY_REASON))
