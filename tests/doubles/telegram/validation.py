"""The shape of a call: are these the method's fields, all the required ones, each of its type."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from tests.doubles.double import Fields
from tests.doubles.refused import Refused
from tests.doubles.telegram.refused import mistake
from tests.doubles.telegram.schema import METHODS, OBJECTS, SCOPES, Field

_ARRAY = "Array of "
_PLAIN: Mapping[str, type] = {"String": str, "Boolean": bool, "Integer": int}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    content: bytes


async def read(method: str, request: Request) -> Fields:
    """Give the fields of a call, typed. Refused where they are not what the method takes."""
    if method not in METHODS:
        raise Refused(404, "Not Found: method not found", fault=True)
    if request.method != "POST":
        raise mistake(f"{request.method} where the house posts")
    raw = await _sent(request)
    declared = METHODS[method]
    if strange := sorted(raw.keys() - declared.keys()):
        raise mistake(f"unknown field {', '.join(strange)}")
    if missing := sorted(name for name, field in declared.items() if field.required and name not in raw):
        raise mistake(f"missing field {', '.join(missing)}")
    return {name: _typed(name, declared[name], value) for name, value in raw.items()}


async def _sent(request: Request) -> dict[str, Any]:
    kind = request.headers.get("content-type", "").partition(";")[0]
    if kind == "application/json":
        return _json_body(await request.body())
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        return await _form_body(request)
    if await request.body():
        raise mistake(f"unknown content type {kind!r}")
    return {}


def _json_body(body: bytes) -> dict[str, Any]:
    try:
        value = json.loads(body)
    except ValueError as broken:
        raise mistake("can't parse JSON object") from broken
    if not isinstance(value, dict):
        raise mistake("JSON object expected")
    return value


async def _form_body(request: Request) -> dict[str, Any]:
    values: dict[str, Any] = {}
    async with request.form() as form:
        for name, value in form.multi_items():
            if name in values:
                raise mistake(f"field {name} sent twice")
            values[name] = await _upload(value) if isinstance(value, UploadFile) else _FormText(value)
    return _with_attachments(values)


async def _upload(file: UploadFile) -> Upload:
    return Upload(file.filename or "", file.content_type or "", await file.read())


def _with_attachments(values: dict[str, Any]) -> dict[str, Any]:
    """Put each file sent as `attach://name` into the field that names it."""
    named = {name: str(value)[9:] for name, value in values.items() if str(value).startswith("attach://")}
    if lost := sorted(set(named.values()) - values.keys()):
        raise mistake(f"attached file {', '.join(lost)} not sent")
    rest = {name: value for name, value in values.items() if name not in named.values()}
    return rest | {name: values[source] for name, source in named.items()}


class _FormText(str):
    """A value out of a form, where numbers and objects arrive as JSON text."""

    __slots__ = ()


def _typed(name: str, field: Field, raw: object) -> object:
    value = _unwrapped(field, raw) if isinstance(raw, _FormText) else raw
    complaints = [_misfit(value, kind, name) for kind in field.types]
    if all(complaints):
        raise mistake(complaints[0] if len(complaints) == 1 else f"{name} is none of {', '.join(field.types)}")
    return value


def _unwrapped(field: Field, raw: str) -> object:
    if "Integer" in field.types and re.fullmatch(r"-?\d+", raw):
        return int(raw)
    if "String" in field.types:
        return str(raw)
    try:
        return json.loads(raw)
    except ValueError:
        return str(raw)


def _misfit(value: object, kind: str, where: str) -> str:
    """Say what keeps `value` from being a `kind`; empty when it is one."""
    if kind.startswith(_ARRAY):
        return _misfit_array(value, kind.removeprefix(_ARRAY), where)
    if kind == "BotCommandScope":
        return _misfit_scope(value, where)
    if kind in OBJECTS:
        return _misfit_object(value, kind, where)
    if kind == "InputFile":
        return "" if isinstance(value, Upload) else f"{where} is no file"
    fits = isinstance(value, _PLAIN[kind]) and not (kind == "Integer" and isinstance(value, bool))
    return "" if fits else f"{where} is no {kind}"


def _misfit_array(value: object, kind: str, where: str) -> str:
    if not isinstance(value, list):
        return f"{where} is no array"
    return next(filter(None, (_misfit(item, kind, f"{where}[{at}]") for at, item in enumerate(value))), "")


def _misfit_scope(value: object, where: str) -> str:
    kind = SCOPES.get(str(value.get("type"))) if isinstance(value, dict) else None
    return _misfit_object(value, kind, where) if kind else f"{where} is no BotCommandScope"


def _misfit_object(value: object, kind: str, where: str) -> str:
    if not isinstance(value, dict):
        return f"{where} is no {kind}"
    declared = OBJECTS[kind]
    if strange := sorted(value.keys() - declared.keys()):
        return f"unknown field {where}.{strange[0]}"
    for name, field in declared.items():
        if name not in value and field.required:
            return f"missing field {where}.{name}"
        complaints = [_misfit(value[name], kind, f"{where}.{name}") for kind in field.types if name in value]
        if complaints and all(complaints):
            return complaints[0]
    return ""
