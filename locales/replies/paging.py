"""What is said under a part of a long answer: which part it is, and how to see on."""

from locales import Words

# A line that is longer is not typed again.
_LONGEST = 100


def shown(words: Words, first: int, last: int, total: int, command: str) -> str:
    """Which entries are shown, of how many, and the command that shows the next, if one does."""
    fields = {"first": first, "last": last, "total": total}
    if last >= total:
        return words.text("Shown: {first}–{last} of {total}. This is the end of the list.", **fields)
    if not command:
        return words.text("Shown: {first}–{last} of {total}.", **fields)
    on = command if len(command) <= _LONGEST else "xem tiep"
    return words.text("Shown: {first}–{last} of {total}. To see on: {command}", command=on, **fields)


def no_more(words: Words, total: int) -> str:
    """That a list has ended before the entry that was asked for."""
    return words.plural("The list has {n} entry, and no more.", "The list has {n} entries, and no more.", total)


def see_on(words: Words) -> str:
    """The button that shows the next part."""
    return words.text("See on")
