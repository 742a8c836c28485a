"""One line for a whole reading, so that a table of cells reads like a glossary."""

from data.deadline import Deadline


def said(deadline: Deadline) -> str:
    """Give kind, start, due days, cadence, trigger and the ambiguous mark; long lists by their ends and length."""
    days = [due.day.isoformat() for due in deadline.dues]
    parts = {
        "from": deadline.start,
        "due": " ".join(days) if len(days) <= 6 else f"{days[0]} … {days[-1]} ({len(days)})",
        "every": deadline.cadence,
        "when": f"«{deadline.trigger}»" if deadline.trigger else None,
    }
    told = [f"{word} {value}" for word, value in parts.items() if value]
    return " · ".join([deadline.kind, *told, *(["?"] * deadline.ambiguous)])
