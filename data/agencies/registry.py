"""Which units and groups are there, and in which forms are their names compared?

A registry is read from a file of tab-separated columns: name, code, kind, aliases, members, coordinator.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from data.agencies.cell import key_of
from data.refusals import RegistryUnreadable
from data.words import fold

GROUP_KIND = "nhóm"
_COLUMNS = ("name", "code", "kind", "aliases", "members", "coordinator")
_REQUIRED = 3
_MARKED, _UNMARKED = "x", {"", "-", "0", "no", "khong"}
LONGEST_NAME = 200
"""A unit's name stands in the middle of sentences: more letters than these are no name."""
_WARDS = ("phường", "xã", "thị trấn", "đặc khu")
_OFFICES = ("phòng chuyên môn", "đơn vị sự nghiệp")
_UNIONS = "MTTQ / tổ chức chính trị - xã hội"
_HAMLETS = ("thôn", "tổ dân phố", "khu phố", "ấp", "bản", "xóm", "buôn", "làng")
# Words of a group's name (folded) → the kinds of the units that it stands for.
_KINDS_BY_WORDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("cac thon", "to dan pho", "cac khu pho", "cac ap", "cac xom", "cac buon"), _HAMLETS),
    (("chinh tri", "doan the"), (_UNIONS,)),
    (("phong, ban", "phong ban", "phong, don vi", "phong chuyen mon", "don vi thuoc"), _OFFICES),
    (("phuong", "cap xa", "cac xa", "xa,"), _WARDS),
)
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_FILLERS = {"và", "các", "của", "thuộc", "những", "có"}
LEVELS = ("thanh pho", "thi xa", "tinh", "huyen", "quan", "phuong", "xa", "thi tran", "dac khu")
_SPELLED_OUT = {
    "tp": "thanh pho",
    "tx": "thi xa",
    "tw": "trung uong",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
}
_LEADERS = re.compile(r"^(?:(?:chu tich|thu truong|giam doc|lanh dao|nguoi dung dau|bi thu|hieu truong) )+")
COMMITTEE = _SPELLED_OUT["ubnd"]
COMMITTEE_KIND = "UBND"


@dataclass(frozen=True, slots=True)
class RegistryUnit:
    """A unit (đơn vị) that can owe work; `members` are the codes a group stands for. One `coordinates` all of them."""

    code: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    open: bool = False
    coordinates: bool = False

    @property
    def group(self) -> bool:
        """Whether it stands for several units."""
        return self.kind == GROUP_KIND


@dataclass(frozen=True)
class Registry:
    """All units of one body, in the order of their file; codes are unique."""

    units: tuple[RegistryUnit, ...]

    def __hash__(self) -> int:
        """Counted once: every cell of a plan is looked up by its registry."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.units)

    @cached_property
    def by_code(self) -> dict[str, RegistryUnit]:
        """Units by their code."""
        return {unit.code: unit for unit in self.units}

    @cached_property
    def coordinator(self) -> RegistryUnit | None:
        """The unit that follows the plans up, where one is marked."""
        return next((unit for unit in self.units if unit.coordinates), None)


def read_registry(path: Path, *, as_written: bool = False) -> Registry:
    """The registry in `path`. A group without `members` gets those that its words name; "liên quan" stays open.

    With `as_written`, groups have the members that are written: for a registry that is to grow.

    Raises RegistryUnreadable: "missing", "encoding", "empty", "columns", "long" (a name), "duplicate" (a code),
    "member" (unknown), "coordinators" (several) or "coordinator" (a group).
    """
    header, *rows = _rows(path)
    columns = _columns(path, header)
    lines = {
        line: _unit(path, line, row, columns) for line, row in enumerate(rows, start=2) if any(map(str.strip, row))
    }
    if not lines:
        raise RegistryUnreadable(path=str(path), reason="empty")
    _check(path, lines)
    units = list(lines.values())
    if as_written:
        return Registry(tuple(units))
    return Registry(tuple(_with_members(path, line, unit, units) for line, unit in lines.items()))


def format_registry(registry: Registry) -> str:
    """The registry as `read_registry` reads it, for a person to complete."""
    rows = (
        (u.name, u.code, u.kind, "|".join(u.aliases), "|".join(u.members), _MARKED if u.coordinates else "")
        for u in registry.units
    )
    return "".join("\t".join(row) + "\n" for row in (_COLUMNS, *rows))


def fan_out(code: str, registry: Registry) -> tuple[str, ...]:
    """A unit's own code, or its members' in the registry's order; open groups and unknown codes give ()."""
    named = registry.by_code.get(code)
    if named is not None and not named.group:
        return (named.code,)
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [code]
    while waiting:
        unit = registry.by_code.get(waiting.pop())
        if unit is None or unit.code in seen:
            continue
        seen.add(unit.code)
        if unit.group:
            waiting.extend(unit.members)
        else:
            found.add(unit.code)
    return tuple(unit.code for unit in registry.units if unit.code in found)


def _rows(path: Path) -> list[list[str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise RegistryUnreadable(path=str(path), reason="encoding", detail=str(error)) from error
    except OSError as error:
        raise RegistryUnreadable(path=str(path), reason="missing", detail=error.strerror or "") from error
    if not text.strip():
        raise RegistryUnreadable(path=str(path), reason="empty")
    return [line.split("\t") for line in text.splitlines()]


def _columns(path: Path, header: list[str]) -> dict[str, int]:
    """Column name → its place; "aliases (|)" is aliases."""
    names = [cell.split("(")[0].strip().casefold() for cell in header]
    columns = {name: names.index(name) for name in _COLUMNS if name in names}
    lacking = [name for name in _COLUMNS[:_REQUIRED] if name not in columns]
    if lacking:
        raise RegistryUnreadable(path=str(path), line=1, reason="columns", detail=", ".join(lacking))
    return columns


def _unit(path: Path, line: int, row: list[str], columns: dict[str, int]) -> RegistryUnit:
    cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
    lacking = [name for name in _COLUMNS[:_REQUIRED] if not cells[name]]
    if lacking:
        raise RegistryUnreadable(path=str(path), line=line, reason="columns", detail=", ".join(lacking))
    if len(cells["name"]) > LONGEST_NAME:
        raise RegistryUnreadable(path=str(path), line=line, reason="long", detail=str(LONGEST_NAME))
    kind = cells["kind"]
    open_group = kind == GROUP_KIND and not cells.get("members") and "lien quan" in fold(cells["name"])
    aliases, members = _listed(cells.get("aliases", "")), _listed(cells.get("members", ""))
    coordinates = fold(cells.get("coordinator", "")) not in _UNMARKED
    return RegistryUnit(cells["code"], cells["name"], kind, aliases, members, open_group, coordinates)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split("|"))))


def _check(path: Path, lines: Mapping[int, RegistryUnit]) -> None:
    seen: set[str] = set()
    for line, unit in lines.items():
        if unit.code in seen:
            raise RegistryUnreadable(path=str(path), line=line, reason="duplicate", detail=unit.code)
        seen.add(unit.code)
    marked = [(line, unit) for line, unit in lines.items() if unit.coordinates]
    if len(marked) > 1:
        codes = ", ".join(unit.code for _, unit in marked)
        raise RegistryUnreadable(path=str(path), line=marked[1][0], reason="coordinators", detail=codes)
    if marked and marked[0][1].group:
        raise RegistryUnreadable(path=str(path), line=marked[0][0], reason="coordinator", detail=marked[0][1].code)


def _with_members(path: Path, line: int, unit: RegistryUnit, units: list[RegistryUnit]) -> RegistryUnit:
    if not unit.group or unit.open:
        return replace(unit, members=())
    members = _spelled_out(unit, units) if unit.members else _derived(unit, units)
    codes = {other.code for other in units}
    unknown = [member for member in members if member not in codes]
    if unknown:
        raise RegistryUnreadable(path=str(path), line=line, reason="member", detail=", ".join(unknown))
    return replace(unit, members=members)


def _spelled_out(unit: RegistryUnit, units: list[RegistryUnit]) -> tuple[str, ...]:
    """Codes as written, with "kind:X" replaced by all units of that kind; a kind that nobody has stays, as unknown."""
    codes: list[str] = []
    for member in unit.members:
        kind = member.removeprefix("kind:").strip()
        of_kind = [other.code for other in units if other.kind == kind] if kind != member else []
        codes.extend(of_kind or [member])
    return tuple(dict.fromkeys(codes))


def _derived(unit: RegistryUnit, units: list[RegistryUnit]) -> tuple[str, ...]:
    name = fold(unit.name)
    kinds = next((kinds for words, kinds in _KINDS_BY_WORDS if any(word in name for word in words)), ())
    return tuple(other.code for other in units if other.kind in kinds and not _is_front(other))


def _is_front(unit: RegistryUnit) -> bool:
    """The Fatherland Front itself, which is named beside "các tổ chức chính trị - xã hội", not among them."""
    return "mat tran" in fold(unit.name)


class Word(NamedTuple):
    """A folded word; `short` says that it is written in capitals and may stand for several by their initials."""

    key: str
    short: bool


class Home(NamedTuple):
    """The place whose committee the registry belongs to, folded: "thanh pho", "hung yen". Both "" where unknown."""

    level: str = ""
    place: str = ""


def home_of(registry: Registry) -> Home:
    """The level and place in the name of the registry's own committee."""
    return home_named(committee_of(registry))


def committee_of(registry: Registry) -> str:
    """The name of the registry's own committee, the first unit of kind UBND; "" where it has none."""
    return next((unit.name for unit in registry.units if unit.kind == COMMITTEE_KIND), "")


def home_named(name: str) -> Home:
    """The place of the committee that has this name: "UBND thành phố Hưng Yên" → thanh pho, hung yen."""
    for level in LEVELS:
        before, found, place = plain(name).partition(f" {level}")
        if found and before == COMMITTEE:
            return Home(level, place.strip())
    return Home()


def is_elsewhere(home: Home, other: Home) -> bool:
    """Whether two committees that are both known are of two places."""
    if not (home.level and other.level):
        return False
    return home.level != other.level or bool(home.place and other.place and home.place != other.place)


# A plan of thousands of rows names a few hundred bodies.
@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[Word, ...]:
    """The words that tell names apart; marks, "và", "các", "thuộc", "của" and "có" do not."""
    return tuple(filter(None, map(_word, _WORD.findall(text))))


@lru_cache(maxsize=4096)
def _word(written: str) -> Word | None:
    return None if key_of(written) in _FILLERS else Word(fold(written.replace("&", "")), written.isupper())


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words alone, in their order, with the commonest abbreviations (TP, UBND, HĐND, MTTQ) spelled out."""
    return spelled_out(words_of(text))


def spelled_out(words: Sequence[Word]) -> str:
    """The same of words that have been told apart already."""
    return " ".join(_SPELLED_OUT.get(word.key, word.key) for word in words)


def homeless(words: str, home: Home) -> str:
    """Plain words without the registry's own place at their end: "phong noi vu thanh pho" → "phong noi vu"."""
    if not home.level:
        return words
    named = words.removesuffix(f" {home.level} {home.place}") if home.place else words
    return named.removesuffix(f" {home.level}") if named == words else named


def leaderless(words: str) -> str:
    """Plain words without those who lead a set of units: "chu tich uy ban nhan dan phuong xa" are the committees."""
    return _LEADERS.sub("", words)


_POST = re.compile(
    r"(?:^|[-–,(:] ?)(?:(?:đ/c|đồng chí|ông|bà) )?(?:đại diện )?(?:phó )?"
    r"(?:lãnh đạo|thủ trưởng|giám đốc|chủ tịch|bí thư|hiệu trưởng|chi cục trưởng|cục trưởng|vụ trưởng|viện trưởng"
    r"|(?:chỉ huy |trạm |đội |tổ )?trưởng(?= )|chánh(?= (?:văn phòng|thanh tra|vp)\b)"
    r"|(?:chuyên viên|công chức|viên chức|cán bộ|nhân viên)(?: phụ trách)?) ",
    re.IGNORECASE,
)


def behind_post(text: str) -> str:
    """The unit whose post a text ends with, as written: "đ/c An - Trưởng phòng Nội vụ" → "phòng Nội vụ"; or nothing."""
    posts = [found.end() for found in _POST.finditer(text)]
    return text[posts[-1] :].rstrip(" )") if posts else ""


def as_set(words: str) -> str:
    """The words in an order of their own: "xã, phường" and "phường, xã" are one group."""
    return " ".join(sorted(set(words.split())))


def initials(words: Sequence[Word]) -> str:
    """First letters of words, capitals as they are: a name and its abbreviations give the same."""
    return "".join(word.key if word.short else word.key[:1] for word in words)


def first_letters(words: str) -> str:
    """First letters of plain words."""
    return "".join(word[0] for word in words.split())


def short_at_home(short: Sequence[Word], home: Home) -> Sequence[Word]:
    """The words without TP or TX at their end, where that is the registry's own level."""
    return short[:-1] if short and home.level and _SPELLED_OUT.get(short[-1].key) == home.level else short


def spells(short: Sequence[Word], full: Sequence[str]) -> bool:
    """Whether `short` is `full` with runs of words written as initials, where both have the same initials."""
    at = 0
    for word in short:
        if not word.short and (at >= len(full) or full[at] != word.key):
            return False
        at += len(word.key) if word.short else 1
    return at == len(full)
