"""The registry of units as a file: tab-separated columns name, code, kind, aliases, members."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from data.agencies.values import GROUP_KIND, Registry, RegistryUnit
from data.refusals import RegistryUnreadable
from data.words import fold

_COLUMNS = ("name", "code", "kind", "aliases", "members")
_REQUIRED = 3
_WARDS = ("phường", "xã", "thị trấn", "đặc khu")
_OFFICES = ("phòng chuyên môn", "đơn vị sự nghiệp")
_UNIONS = "MTTQ / tổ chức chính trị - xã hội"

# Words of a group's name (folded) → the kinds of the units that it stands for.
_KINDS_BY_WORDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("chinh tri", "doan the"), (_UNIONS,)),
    (("phong, ban", "phong ban", "phong, don vi", "phong chuyen mon", "don vi thuoc"), _OFFICES),
    (("phuong", "cap xa", "cac xa", "xa,"), _WARDS),
)


def read_registry(path: Path) -> Registry:
    """The registry in `path`. A group without `members` gets those that its words name; "liên quan" stays open.

    Raises RegistryUnreadable: "missing", "encoding", "empty", "columns", "duplicate" (a code) or "member" (unknown).
    """
    header, *rows = _rows(path)
    columns = _columns(path, header)
    lines = {
        line: _unit(path, line, row, columns) for line, row in enumerate(rows, start=2) if any(map(str.strip, row))
    }
    if not lines:
        raise RegistryUnreadable(path=str(path), reason="empty")
    _check_codes(path, lines)
    units = list(lines.values())
    return Registry(tuple(_with_members(path, line, unit, units) for line, unit in lines.items()))


def format_registry(registry: Registry) -> str:
    """The registry as `read_registry` reads it, for a person to complete."""
    lines = ["\t".join(_COLUMNS)]
    lines += [
        "\t".join((unit.name, unit.code, unit.kind, "|".join(unit.aliases), "|".join(unit.members)))
        for unit in registry.units
    ]
    return "\n".join(lines) + "\n"


def fan_out(code: str, registry: Registry) -> tuple[str, ...]:
    """A unit's own code, or its members' in the registry's order; open groups and unknown codes give ()."""
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
    kind = cells["kind"]
    open_group = kind == GROUP_KIND and not cells.get("members") and "lien quan" in fold(cells["name"])
    aliases, members = _listed(cells.get("aliases", "")), _listed(cells.get("members", ""))
    return RegistryUnit(cells["code"], cells["name"], kind, aliases, members, open_group)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, cell.split("|"))))


def _check_codes(path: Path, lines: Mapping[int, RegistryUnit]) -> None:
    seen: set[str] = set()
    for line, unit in lines.items():
        if unit.code in seen:
            raise RegistryUnreadable(path=str(path), line=line, reason="duplicate", detail=unit.code)
        seen.add(unit.code)


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
