"""What a head is with the words after it: one body by its name, a collective noun, a post."""

from collections.abc import Sequence

from data.agencies.heads import head_at, quantifier_end
from data.agencies.lexicon import LEVELS, Sort
from data.agencies.sectors import sector_end
from data.agencies.surnames import name_end
from data.agencies.tokens import LINKS, Token, is_over, opens_line

_RUNS = {("sở", "ban"), ("sở", "ngành"), ("ban", "ngành"), ("bộ", "ngành"), ("phòng", "ban"), ("viện", "trường")}
_NAMED_IN_SMALL = {"trung tâm", "tt", "hội", "đội", "đài", "chi cục", "tổng cục", "tổ", "ban", "phòng", "hạt", "nhóm"}
# Words that begin what says which of many bodies are meant, and so are no names.
_QUALIFIERS = {
    *("có", "thuộc", "trực", "khác", "trên", "tại", "của", "được", "trong", "ngoài", "tuyến", "cấp", "ngành"),
    *("khối", "nơi", "theo", "này", "nêu"),
}
_KINDS_OF_WORK = {"chuyên", "nghiệp", "chức", "nghề"}
_ONE_A_PLACE = {"báo", "đài"}  # Báo tỉnh, Đài thành phố
_OFFICERS = {"công chức", "cán bộ", "viên chức"}
_ADDRESSES = {"ông", "bà", "chị", "thầy"}
_LONGEST_NAME = 12  # words between an institution's head and its place


def resolved(tokens: Sequence[Token], sort: Sort, head: int, end: int) -> Sort:
    """What a head is with the words after it: "Sở Y tế" a body, "sở" and "sở chuyên ngành" a collective noun."""
    if sort is Sort.TYPE:
        return Sort.NAMED if _names(tokens, head, end) or _spoken_name(tokens, head, end) else Sort.STATE
    if sort is Sort.FIRM:
        return Sort.NAMED if _followed_by_name(tokens, end) else Sort.OUTSIDE
    if sort in {Sort.SCHOOL, Sort.STATE} and _proper(tokens, head, end):
        return Sort.NAMED
    if sort is Sort.PERSON and _names_nobody(tokens, head, end):
        return Sort.BLOCKED
    return Sort.PERSON if _holds_post(tokens, head, end) or _head_of_office(tokens, head, end) else sort


def _names_nobody(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether "Bà" or "Ông" begins no person's name: "Bà Rịa", "Ông Ích Khiêm"."""
    several = head > 0 and tokens[head - 1].key == "các"
    return tokens[head].key in _ADDRESSES and not several and name_end(tokens, end) is None


def _holds_post(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether an officer is named by the field: "Công chức Tư pháp - Hộ tịch", "cán bộ phụ trách CNTT"."""
    if end >= len(tokens) or " ".join(token.key for token in tokens[head:end]) not in _OFFICERS:
        return False
    field = head_at(tokens, end) is None or sector_end(tokens, end) is not None
    return tokens[end].key == "phụ" or (tokens[end].capital and field)


def _head_of_office(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether "TP" is a trưởng phòng, as a person's name follows: "TP: Đỗ Văn Long"."""
    if tokens[head].key != "tp" or end >= len(tokens):
        return False
    return name_end(tokens, end + (tokens[end].key == ":")) is not None


def _spoken_name(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether an office or association is named in small letters: "trung tâm xúc tiến đầu tư", "Hội người mù"."""
    if end >= len(tokens) or tokens[end].mark or quantifier_end(tokens, end) > end:
        return False
    kind = " ".join(token.key for token in tokens[head:end])
    qualified = _qualifies(tokens, end) or tokens[end].key in LINKS | _KINDS_OF_WORK
    return kind in _NAMED_IN_SMALL and not qualified


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says which of many are meant; "liên" alone begins a name: "ban liên lạc", "tổ liên ngành"."""
    related = [token.key for token in tokens[at : at + 2]] == ["liên", "quan"]
    return related or tokens[at].key in _QUALIFIERS


def _followed_by_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a proper name or a territory follows: "Bệnh viện đa khoa tỉnh", not "ngân hàng trên địa bàn tỉnh"."""
    for at in range(end, min(end + _LONGEST_NAME, len(tokens))):
        following = head_at(tokens, at)
        if is_over(tokens, at) or (at > end and opens_line(tokens[at])):
            return False
        if _qualifies(tokens, at) or quantifier_end(tokens, at) > at:
            return False
        if tokens[at].capital or tokens[at].text.isdigit() or (following is not None and following[0] is Sort.PLACE):
            return True
    return False


def _names(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a head of a type (Sở, Phòng, Ban) is followed by what makes it one body's name."""
    if is_over(tokens, end):
        return False
    after = tokens[end]
    if (tokens[end - 1].key, after.key) in _RUNS:
        return False
    following = head_at(tokens, end)
    if following and following[0] is Sort.PLACE and tokens[head].key in _ONE_A_PLACE:
        return True
    if following and following[0] in {Sort.TYPE, Sort.PLACE} and not (tokens[head].capital and after.capital):
        return False
    return after.capital or after.text.isdigit() or sector_end(tokens, end) is not None


def _proper(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a collective noun in the singular has a proper name: "Trường Chính trị", "Cơ quan Ủy ban …"."""
    while end < len(tokens) and tokens[end].key in LEVELS:
        end += 1
    if is_over(tokens, end) or not tokens[head].capital:
        return False
    if not (tokens[end].capital or (end > head + 1 and tokens[head + 1].capital and not tokens[head + 1].acronym)):
        return False
    following = head_at(tokens, end)
    return not (following and following[0] in {Sort.PLACE, Sort.STATE, Sort.SCHOOL, Sort.TYPE})
