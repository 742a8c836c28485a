"""What `nhacviec check` finds."""

from dataclasses import dataclass

NAMED = 20
"""As many of one sort are named one by one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and what to do, where that is not said already.

    What is `noted`, or gives something to do, works all the same where it is `ok`; `quiet` is what need not be said as
    long as all is well.
    """

    check: str
    detail: str
    todo: str = ""
    ok: bool = True
    noted: bool = False
    quiet: bool = False

    @property
    def mark(self) -> str:
        """How it stands before the sentence."""
        if not self.ok:
            return "✗"
        return "–" if self.todo or self.noted else "✓"
