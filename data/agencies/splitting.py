"""Cells of agencies cut into the bodies they name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.agencies.boundary import parts_marked, parts_unknown
from data.agencies.joints import Gap, Joint, joint_at
from data.agencies.lexicon import Sort
from data.agencies.listing import NO_HEAD, Head, Listing, read_listing, repeated_head
from data.agencies.sectors import sector_end
from data.agencies.shape import part_of
from data.agencies.starts import Start, named_place, start_at
from data.agencies.tokens import Token, clean, tokenise
from data.agencies.unmarked import parts_unmarked
from data.agencies.values import AgencyPart

_COMMITTEES = {"ubnd", "ủy ban nhân dân", "uỷ ban nhân dân", "hđnd", "hội đồng nhân dân", "công an"}
_ADMINISTERED = {"tỉnh", "thành", "tp", "thị", "quận", "huyện", "phường", "xã", "đặc"}


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
    tokens = tokenise(text)
    parts = (part_of(text, tokens[start:end], str(head)) for start, end, head in _spans(tokens))
    return tuple(part for part in parts if part is not None)


def _spans(tokens: Sequence[Token]) -> Iterator[tuple[int, int, Head]]:
    """Start, end and shared head of each body."""
    first = joint_at(tokens, 0).right
    span = _opened(tokens, Span(first, first))
    at = span.start + 1
    while (joint := joint_at(tokens, at)).right < len(tokens):
        if cut := _cut(tokens, span, joint):
            yield span.start, joint.left_end, span.head
            span = _opened(tokens, cut)
        elif joint.signs - {":", "-"} and start_at(tokens, joint.right):
            span = replace(span, item=joint.right)
        at = max(span.start, joint.right) + 1
    yield span.start, len(tokens), span.head


def _opened(tokens: Sequence[Token], span: Span) -> Span:
    """The span itself, or its first item where a list opens here."""
    listing = None if any(span.head) else read_listing(tokens, span.start)
    if listing is None:
        return span
    first = listing.first
    return Span(first, first, _item_head(tokens, first, listing), listing)


def _cut(tokens: Sequence[Token], span: Span, joint: Joint) -> Span | None:
    """The span that begins after the joint, or None where the body goes on."""
    right = start_at(tokens, joint.right)
    begins = Span(joint.right, joint.right)
    gap = Gap(tokens, span.start, span.item, joint)
    if not joint.signs:
        return begins if parts_unmarked(gap, right) else None
    if span.listing is not None:
        return _cut_listing(tokens, span, span.listing, joint)
    if any(head := _elided(tokens, span, joint, right)):
        return replace(begins, head=head)
    if joint.hard or (parts_marked(gap, right) if right else parts_unknown(gap)):
        return begins
    return None


def _elided(tokens: Sequence[Token], span: Span, joint: Joint, right: Start | None) -> Head:
    """The head left out after the joint; an empty one where the words there have their own or need none."""
    if joint.signs & {"-", "/"}:
        return NO_HEAD
    head = span.head if any(span.head) else repeated_head(tokens, span.start, joint.left_end)
    if right is not None and right.sort is Sort.PLACE:
        return Head(head.owner) if named_place(tokens, right) or _other_places(tokens, head, right) else NO_HEAD
    if not head.kind or not (right is None or _abbreviated_field(tokens, right)):
        return NO_HEAD
    if head.owner or head.kind[0].islower():
        return head if tokens[joint.right].capital and not joint.hard else NO_HEAD
    return head if sector_end(tokens, joint.right) else NO_HEAD


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
    return listing.head if _is_item(tokens, at, start) else NO_HEAD


def _is_item(tokens: Sequence[Token], at: int, start: Start | None) -> bool:
    """Whether an item needs the list's head; "các Bộ: Công an, …" is Bộ Công an although Công an is a body, too."""
    field = sector_end(tokens, at)
    alone = field is not None and (field == len(tokens) or tokens[field].mark or tokens[field].key == "và")
    return alone or not _has_own_head(tokens, start)


def _cut_listing(tokens: Sequence[Token], span: Span, listing: Listing, joint: Joint) -> Span | None:
    """The next item of a list, or the first body after it."""
    own = not _is_item(tokens, joint.right, start_at(tokens, joint.right))
    if "." in joint.signs or (own and ";" in joint.signs):
        return Span(joint.right, joint.right)
    if own or ";" in joint.signs or _parts_items(tokens, span, listing, joint):
        return Span(joint.right, joint.right, _item_head(tokens, joint.right, listing), listing)
    return None


def _parts_items(tokens: Sequence[Token], span: Span, listing: Listing, joint: Joint) -> bool:
    """Whether a comma or "và" parts two items; not within a known field, nor where ";" does it."""
    if listing.semicolons or joint.signs & {"-", "/", ":"}:
        return False
    field = sector_end(tokens, span.start)
    if field is not None and field > joint.left_end:
        return False
    return "," in joint.signs or field is not None or bool(listing.head.owner) or span.start > listing.first
