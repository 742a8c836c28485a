"""Moi: one-time codes for units' chats, for their heads and for leaders, one by one or for all that have not joined."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features import announcing, asked
from bot.talk import Ask
from data import views
from data.kinds import Role
from data.model import Unit
from data.people import chats, coordinating, registering
from data.refusals import (
    CoordinatorByOperator,
    InviteeUnclear,
    InviteInPrivate,
    PeriodOrUnitUnknown,
    TextMissing,
    UnitMissing,
    UnitUnknown,
)
from data.talk import Act, Outgoing
from data.words import fold, fold_in_place
from locales import N_
from locales.say import chats as replies

CODE_LASTS = timedelta(days=7)
_ROLES = {
    "": Role.OFFICER,
    "can bo": Role.OFFICER,
    "can bo dau moi": Role.OFFICER,
    "officer": Role.OFFICER,
    "thu truong": Role.HEAD,
    "lanh dao don vi": Role.HEAD,
    "head": Role.HEAD,
}
_LEADERS = frozenset({"lanh dao", "leader", "leaders"})
# Who may follow up the plan may do everything in a chat: that is not given from chat to chat.
_COORDINATORS = frozenset({"theo doi", "dieu phoi", "don doc", "noi vu", "quan tri", "coordinator", "operator"})
_MEETING = re.compile(r"(?:di )?(?:hop|du hop|giao ban|tham du|du|tap huan|toa dam)(?![^\W_])\s*")
_NOT_JOINED = re.compile(r"\b(?:chua|con chua) (?:tham gia|ket noi|co chat|vao|dang ky)\b|\bdong y\b")
# A unit's head may be named before it.
_HEAD_FIRST = re.compile(r"(?:chu tich|thu truong|truong phong|giam doc|lanh dao)\s+(?:cua\s+)?(?=\S)")
_JOINING = re.compile(r"\b(?:tham gia|vao(?: he thong| nhom| bot)?|ket noi|dang ky)\b")


@command(
    "moi · ma moi",
    english="invite",
    may=OFFICE,
    takes=Takes.UNITS,
    sense=Sense.TELLS,
    example="moi P-LL · moi P-LL thu truong · moi P-LL, X-TN · moi lanh dao",
    help=N_("a one-time code for a unit's chat, its head's, or a leader's"),
)
def invite(ask: Ask) -> Sequence[Outgoing]:
    """`moi P-LL`, `moi P-LL thu truong`, `moi lanh dao`: a one-time code, told in a private chat only.

    `moi P-LL, X-TN`: a code each. `moi phuong xa`, `moi tat ca`: of a group those that have not joined, with a yes.
    """
    if _MEETING.match(fold(ask.argument)):
        return _meeting(ask)
    several = _several(ask)
    if several:
        units, role = several.units, Role.OFFICER
    else:
        unit, role = _invitee(ask)
        units = (unit,)
    if ask.speaker.is_group:
        raise InviteInPrivate
    if several and several.asks and ask.act is None:
        return (replies.ask_to_invite(ask.words, [views.unit_fact(unit) for unit in units], several.act),)
    codes = [(views.unit_fact(unit), _code(ask, unit, role)) for unit in units]
    until = ask.now + CODE_LASTS
    if len(codes) == 1:
        (fact, code), *_ = codes
        return (replies.invited(ask.words, fact, role, code, until, ask.policy.zone),)
    return (replies.all_invited(ask.words, codes, until, ask.policy.zone),)


def _code(ask: Ask, unit: Unit, role: Role) -> str:
    return chats.invite(ask.session, unit, role, targets.actor_of(ask, ask.seat), ask.now, CODE_LASTS)


def _meeting(ask: Ask) -> Sequence[Outgoing]:
    """Who is asked to a meeting is told so in words: "mời họp các phường 8h thứ 6".

    Raises:
        TextMissing: nothing is said of when and where.
    """
    said = _MEETING.sub("", fold(ask.argument), count=1)
    try:
        bare = not asked.about(ask, said).spoken
    except (UnitUnknown, PeriodOrUnitUnknown):
        bare = False
    if bare:
        raise TextMissing(example="thong bao phuong xa: …")
    return announcing.broadcast(replace(ask, command="thong bao", argument=f"mời {ask.argument}"))


@dataclass(frozen=True, slots=True)
class _Several:
    """Units for which codes are asked for at once; whether that is to be agreed to, and by what."""

    units: tuple[Unit, ...]
    asks: bool
    act: Act


def _several(ask: Ask) -> _Several | None:
    """The units of a row, or of a group or of all those that have not joined; None where one is named, or none."""
    text = _NOT_JOINED.sub(" ", fold(ask.argument))
    try:
        about = asked.about(ask, text)
    except (UnitUnknown, PeriodOrUnitUnknown):
        return None
    if about.is_one_unit or not about.names_whom or about.numbers or about.spoken:
        return None
    rows = registering.read_units(ask.session).of
    units = [rows[unit.code] for unit in about.units]
    is_row = bool(about.units) and about.group is None
    if not is_row:
        left_out = {unit.id for unit in about.without}
        wanted = [unit.id or 0 for unit in units] if about.units else None
        silent = [each.unit for each in chats.of_units(ask.session, wanted) if not each.chats]
        units = [row for each in silent if (row := rows[each.code]).successor_id is None and row.id not in left_out]
    act = Act("moi", how="" if about.units else "tat ca", units=about.typed_units, then="dong y")
    return _Several(tuple(units), not is_row, act)


def _invitee(ask: Ask) -> tuple[Unit, Role]:
    """For which unit and role a code is asked for.

    Raises:
        CoordinatorByOperator: for Nội vụ's own role.
        InviteeUnclear: for none that is known.
    """
    body = chats.leaders_unit(ask.session)
    if _JOINING.sub("", fold(ask.argument)).strip(" ,:.") in _LEADERS:
        return body, Role.LEADER
    if fold(ask.argument).strip(" ,:.") in _COORDINATORS:
        office = coordinating.coordinating_office(ask.session)
        raise CoordinatorByOperator(short=office.code if office else "…")
    headed = _HEAD_FIRST.match(fold_in_place(unicodedata.normalize("NFC", ask.argument)))
    text = unicodedata.normalize("NFC", ask.argument)[headed.end() :] if headed else ask.argument
    if not text.strip():
        raise UnitMissing(example="moi P-LL · moi P-LL thu truong")
    unit, rest = registering.unit_leading(ask.session, text)
    wanted = _JOINING.sub("", fold(rest)).strip(" ,:.")
    if wanted in _COORDINATORS:
        raise CoordinatorByOperator(short=unit.code)
    role = Role.LEADER if wanted in _LEADERS and unit.id == body.id else _ROLES.get(wanted)
    if role is None:
        raise InviteeUnclear(short=unit.code)
    return unit, Role.HEAD if headed and role is Role.OFFICER else role
