"""A reading told in a short line, for tables: what is done with it, the command and its names."""

from data.lines.wishes import Reading, Wish


def said(reading: Reading) -> str:
    """A reading in a line: "do ghi nhan 1 P-LL", "ask ground: cho gia han 10 VP", "leave"."""
    lacks = f" {reading.lacks}:" if reading.lacks else ""
    return " ".join([reading.mode + lacks, "; ".join(map(_wish, reading.wishes))]).strip()


def said_in_full(reading: Reading) -> str:
    """The same with the words that belong to each wish behind it: "confirm thong bao G-PX “mai họp”"."""
    texts = [wish.text for wish in reading.wishes if wish.text]
    return said(reading) + (f" “{' | '.join(texts)}”" if texts else "")


def _wish(wish: Wish) -> str:
    days = [f"{wish.day:%d/%m}"] if wish.day else []
    counts = [f"{number} {noun}" for noun, number in wish.counts]
    left_out = [f"-{name}" for name in (*wish.except_tasks, *wish.except_units)]
    period, document = [wish.period] if wish.period else [], [wish.document] if wish.document else []
    return " ".join(
        (wish.command, *wish.tasks, *wish.units, *wish.groups, *period, *days, *counts, *document, *left_out)
    )
