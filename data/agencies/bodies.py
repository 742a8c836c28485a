"""Which bodies does a cell name? The cell cut at its boundaries, each part as to be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.agencies.boundary import parts_marked, parts_unknown, parts_unmarked, rank
from data.agencies.cell import Token, clean, dashed, in_small, is_over, tokenise, wording
from data.agencies.groups import (
    NO_HEAD,
    AgencyPart,
    Head,
    Listing,
    announced,
    ends_list,
    is_office,
    is_person,
    part_of,
    read_listing,
    repeated_head,
)
from data.agencies.joints import Gap, Joint, joint_at, within_name
from data.agencies.lexicon import Rank, Sort
from data.agencies.starts import Start, head_at, name_end, named_place, quantifier_end, sector_end, start_at

_COMMITTEES = {"ubnd", "ủy ban nhân dân", "uỷ ban nhân dân", "hđnd", "hội đồng nhân dân", "công an"}
_ADMINISTERED = {"tỉnh", "thành", "tp", "thị", "quận", "huyện", "phường", "xã", "đặc"}
_VERBS = {
    *("tham mưu", "trực tiếp", "triển khai", "thực hiện", "thẩm định", "hướng dẫn", "báo cáo", "phối hợp", "chủ trì"),
    *("theo dõi", "kiểm tra", "đôn đốc", "ban hành", "rà soát", "tổng hợp", "xây dựng", "tổ chức", "đề xuất"),
}
_VERB_WORDS = {"trình", "cùng"}
_SHORT_NAMED = {"Vụ", "Cục", "Phòng", "Khoa"}  # whose names are often nothing but capitals
_PLACES = {"tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "thôn", "ấp"}


@dataclass(frozen=True, slots=True)
class Span:
    """A body being read: where it begins, where the last element of its own list began, what head it shares."""

    start: int
    item: int
    head: Head = NO_HEAD
    listing: Listing | None = None


def split(cell: str) -> tuple[AgencyPart, ...]:
    """The bodies that a cell names, in its order; a blank cell gives none. Nothing is an error."""
    text = clean(cell)
    tokens = tokenise(in_small(text))
    spans = _spans(tokens, dashes=dashed(cell))
    parts = (part_of(text, tokens[start : body_end(tokens, start, end)], str(head)) for start, end, head in spans)
    return tuple(part for part in parts if part is not None)


def _spans(tokens: Sequence[Token], *, dashes: bool) -> Iterator[tuple[int, int, Head]]:
    """Start, end and shared head of each body."""
    first = joint_at(tokens, 0).right
    span = _opened(tokens, Span(first, first))
    at = _head_end(tokens, span.start)
    while (joint := joint_at(tokens, at)).right < len(tokens):
        if cut := _cut(span, Gap(tokens, span.start, span.item, joint, dashes)):
            yield span.start, joint.left_end, span.head
            span = _opened(tokens, cut)
        elif joint.signs - {":", "-"} and start_at(tokens, joint.right):
            span = replace(span, item=joint.right)
        at = max(_head_end(tokens, span.start), joint.right + 1)
    yield span.start, len(tokens), span.head


def _head_end(tokens: Sequence[Token], start: int) -> int:
    """The first place where a body that begins at `start` may end: behind its head."""
    head = head_at(tokens, start)
    return head[1] if head else start + 1


def _opened(tokens: Sequence[Token], span: Span) -> Span:
    """The span itself, or its first item where a list opens here; one owner may have several lists."""
    listing = None if span.head.kind else read_listing(tokens, span.start)
    if listing is None:
        first = announced(tokens, span.start)
        return span if first is None else Span(first, first)
    if not listing.head.owner:
        listing = listing._replace(head=listing.head._replace(owner=span.head.owner))
    first = listing.first
    return Span(first, first, _item_head(tokens, first, listing), listing)


def _cut(span: Span, gap: Gap) -> Span | None:
    """The span that begins after the joint, or None where the body goes on."""
    tokens, joint = gap.tokens, gap.joint
    begins = Span(joint.right, joint.right)
    if not joint.signs:
        return begins if parts_unmarked(gap) else None
    if span.listing is not None:
        return _cut_listing(tokens, span, span.listing, joint)
    right, numbered = start_at(tokens, joint.right), _next_number(tokens, span, joint)
    if not (joint.hard or any(numbered)) and within_name(gap, right):
        return None
    if any(head := numbered if any(numbered) else _elided(tokens, span, joint, right)):
        return replace(begins, head=head)
    if joint.hard or officer_follows(gap, right) or (parts_marked(gap, right) if right else parts_unknown(gap)):
        return begins
    return None


def _next_number(tokens: Sequence[Token], span: Span, joint: Joint) -> Head:
    """The head of a number that goes on a list of numbers: the "2" of "Thôn 1, 2 và 3"."""
    numbers = tokens[joint.right].text.isdigit() and tokens[joint.left_end - 1].text.isdigit()
    if not numbers or not joint.signs <= {",", "và"} or not is_over(tokens, joint.right + 1):
        return NO_HEAD
    if span.head.kind:
        return span.head
    named = head_at(tokens, span.start) is not None and span.start < joint.left_end - 1
    return Head("", wording(tokens, span.start, joint.left_end - 1)) if named else NO_HEAD


def _elided(tokens: Sequence[Token], span: Span, joint: Joint, right: Start | None) -> Head:
    """The head left out after the joint; an empty one where the words there have their own or need none."""
    if joint.signs & {"-", "/"} or (right is not None and right.sort is Sort.PERSON):
        return NO_HEAD
    head = span.head if any(span.head) else repeated_head(tokens, span.start, joint.left_end)
    if right is not None and right.sort is Sort.PLACE:
        return Head(head.owner) if named_place(tokens, right) or _other_places(tokens, head, right) else NO_HEAD
    listed = "," in joint.signs or any(span.head)
    office = right is not None and listed and is_office(tokens, head, right)
    if not head.kind or not (right is None or office or _abbreviated_field(tokens, right)):
        return NO_HEAD
    if head.owner or head.kind[0].islower():
        return head if tokens[joint.right].capital and not joint.hard else NO_HEAD
    return head if sector_end(tokens, joint.right) or (office and not joint.hard) else NO_HEAD


def _other_places(tokens: Sequence[Token], head: Head, right: Start) -> bool:
    """Whether places without names share a committee's head: "UBND thành phố Thủ Đức, (các) quận, huyện"."""
    if head.owner.lower() not in _COMMITTEES or tokens[right.head].key not in _ADMINISTERED:
        return False
    return right.plural or bool(head.kind)


def _abbreviated_field(tokens: Sequence[Token], start: Start) -> bool:
    """Whether what looks like a body in capitals is a field of work: "Sở KH&CN, GD&ĐT"."""
    one_word = start.end == start.head + 1 and tokens[start.head].acronym
    return one_word and sector_end(tokens, start.head) is not None


def _has_own_head(tokens: Sequence[Token], start: Start | None) -> bool:
    if start is None or _abbreviated_field(tokens, start):
        return False
    return start.plural or start.sort in {Sort.NAMED, Sort.PERSON, Sort.OUTSIDE}


def _item_head(tokens: Sequence[Token], at: int, listing: Listing) -> Head:
    """The list's head, without its kind before another kind of territory, and none before a body with its own."""
    start = start_at(tokens, at)
    if start is not None and start.sort is Sort.PLACE:
        return Head(listing.head.owner)
    return listing.head if _is_item(tokens, at, start, listing) else NO_HEAD


def _is_item(tokens: Sequence[Token], at: int, start: Start | None, listing: Listing) -> bool:
    """Whether an item needs the list's head; "các Bộ: Công an, …" is Bộ Công an although Công an is a body, too."""
    if start and listing.head.kind in _SHORT_NAMED and tokens[at].acronym and not tokens[at].heads:
        return True  # "Các Vụ: GDMN, GDPT"
    field = sector_end(tokens, at)
    return (field is not None and is_over(tokens, field)) or not _has_own_head(tokens, start)


def _cut_listing(tokens: Sequence[Token], span: Span, listing: Listing, joint: Joint) -> Span | None:
    """The next item of a list, or the first body after it."""
    field = sector_end(tokens, span.start)
    if field is not None and field > joint.left_end:
        return None
    start = start_at(tokens, joint.right)
    own = not _is_item(tokens, joint.right, start, listing)
    if "." in joint.signs or (own and ";" in joint.signs):
        return Span(joint.right, joint.right)
    if own:
        places = start is not None and start.sort is Sort.PLACE
        return Span(joint.right, joint.right, Head(listing.head.owner) if places else NO_HEAD)
    if ";" in joint.signs or _parts_items(span, listing, joint, field):
        return Span(joint.right, joint.right, _item_head(tokens, joint.right, listing), listing)
    return None


def _parts_items(span: Span, listing: Listing, joint: Joint, field: int | None) -> bool:
    """Whether a comma or "và" parts two items, where ";" does not."""
    if listing.semicolons or joint.signs & {"-", "/", ":"}:
        return False
    return "," in joint.signs or field is not None or bool(listing.head.owner) or span.start > listing.first


def officer_follows(gap: Gap, right: Start | None) -> bool:
    """Whether a body's colon is followed by who answers for it: "Phòng Nội vụ: đ/c Hùng"."""
    if gap.joint.signs != {":"} or is_person(gap.tokens, gap.start):
        return False
    titled = right is not None and right.sort is Sort.PERSON
    return titled or name_end(gap.tokens, gap.joint.right) is not None


def body_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """The index after the body that begins at `start`, without the verb phrase that may follow it before `end`."""
    for at in range(start + 1, end):
        if _verb_at(tokens, at) and _whole_body(tokens, start, at):
            return at
    return end


def _verb_at(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].key in _VERB_WORDS or " ".join(token.text for token in tokens[at : at + 2]) in _VERBS


def _whole_body(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words are a body already: an office with its field, an authority with its place, a list."""
    head = head_at(tokens, start)
    placed = tokens[end - 1].key in _PLACES
    if head is None or head[1] >= end or tokens[head[1]].mark:
        return ends_list(tokens, end) or (placed and quantifier_end(tokens, start) is not None)
    if head[0] is Sort.TYPE and sector_end(tokens, head[1]) == end:
        return True
    return placed and (rank(tokens, start, head[1]) or 0) >= Rank.DEPARTMENT
