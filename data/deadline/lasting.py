"""Tokens to what goes on: "và các năm tiếp theo", "và các quý còn lại", "trở đi"."""

from data.deadline.looking import Tokens, phrase_at, phrases, words_at
from data.deadline.values import Cadence

_UNITS = {
    "tuan": Cadence.WEEKLY, "thang": Cadence.MONTHLY, "quy": Cadence.QUARTERLY, "qui": Cadence.QUARTERLY,
    "nam": Cadence.CONTINUOUS, "giai": Cadence.CONTINUOUS, "ky": Cadence.CONTINUOUS,
}  # fmt: skip
_FOLLOWING = phrases(
    "tiep theo", "tiep sau", "ke tiep", "sau do", "sau nay", "lien ke", "tiep", "sau", "toi", "con lai"
)


def lasting_at(tokens: Tokens, i: int) -> tuple[Cadence, int] | None:
    """Read what says that the work goes on, and how often it then comes round; years go on without a break."""
    plain = words_at(tokens, i, "tro di", "tro ve sau", "va tiep theo", "nam tiep theo va")
    if plain:
        return Cadence.CONTINUOUS, plain
    j = words_at(tokens, i, "va") or i
    j = words_at(tokens, j, "cac", "nhung", "tat ca cac")
    cadence = _UNITS.get(tokens[j].word) if j else None
    if cadence is None:
        return None
    k = words_at(tokens, j, "nam hoc", "giai doan") or j + 1
    after = phrase_at(tokens, k, _FOLLOWING)
    return (cadence, after) if after else None
