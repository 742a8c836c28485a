"""Names that people give themselves. Pure."""

import unicodedata


def one_line(name: str) -> str:
    """A name as it can stand in a sentence: without line breaks, and without signs that turn the line around."""
    shown = "".join(" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in name)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) != "Cf").split())
