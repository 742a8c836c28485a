"""The process that reads files from outside: what it may reach, and what becomes of one that asks for too much."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.documents import child, document, inside, read_document
from data.documents import formats as in_process
from data.documents.child import look
from data.documents.document import Look
from data.refusals import ColumnsMissing, DocumentUnreadable, TableMissing
from tests.data.documents import making
from tests.data.documents.test_hostile import nested_forms

ROOT = Path(__file__).parents[3]
POSIX = pytest.mark.skipif(os.name != "posix", reason="this system has no such bounds")


@pytest.mark.parametrize(
    ("name", "make"), [("plan.docx", making.as_docx), ("plan.xlsx", making.as_xlsx), ("plan.pdf", making.as_pdf)]
)
def test_a_plan_comes_back_as_it_was_read(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    make(tmp_path / name)
    here, there = in_process.read_document(tmp_path / name), read_document(tmp_path / name)
    assert (there, there.opening) == (here, here.opening)


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ("một dòng", TableMissing),
        ("STT\tNhiệm vụ\tChủ trì\n1\tViệc\tSở A\n", ColumnsMissing),
        ("", DocumentUnreadable),
        ("\0", DocumentUnreadable),
    ],
)
def test_a_refusal_comes_back_as_it_was_raised(tmp_path: Path, content: str, refusal: type[Exception]) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(refusal) as here:
        in_process.read_document(path)
    with pytest.raises(refusal) as there:
        read_document(path)
    assert str(there.value) == str(here.value)


PROBE = """
import json, os, socket, sys
from data.documents.inside import MAX_MEMORY, confine

def fails(act):
    try:
        act()
    except (OSError, MemoryError) as fault:
        return type(fault).__name__
    return None

confine(1)
print(json.dumps({
    "environment": sorted(set(os.environ) - {"LC_CTYPE"}),
    "file": fails(lambda: open(__import__("data").__file__)),
    "network": fails(socket.socket),
    "memory": fails(lambda: bytearray(MAX_MEMORY * 5 // 4)),  # what the program has given back counts too
    "nice": os.nice(0) > 0,
}), flush=True)
while True:
    pass
"""


@POSIX
def test_it_reaches_nothing_and_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[dict[str, Any]] = []
    popen = subprocess.Popen

    def noted(_command: list[str], **how: Any) -> subprocess.Popen[bytes]:
        begun.append(how)
        return popen([sys.executable, "-c", PROBE], **how)

    monkeypatch.setenv("TELEGRAM_TOKEN", "1:secret")
    with making.PLAN.open("rb") as file, monkeypatch.context() as patched:
        patched.setattr(subprocess, "Popen", noted)
        told = child._answer("look", file, 60, lambda *_: None, dict)
    assert told == {
        "environment": [], "file": "OSError", "network": "OSError", "memory": "MemoryError", "nice": True,
    }  # fmt: skip
    assert [(how["env"], how["stderr"], how.get("close_fds", True)) for how in begun] == [
        ({}, subprocess.DEVNULL, True)
    ]
    # Nobody stops it: it has had its second of the processor.
    run = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode < 0


@POSIX
def test_one_that_is_not_done_in_time_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "READ_SECONDS", 1)
    path = tmp_path / "forms.pdf"
    path.write_bytes(nested_forms(levels=9, fan=10))
    with pytest.raises(DocumentUnreadable) as refusal:
        read_document(path)
    assert refusal.value.fields == {"path": str(path), "reason": "bomb", "form": ()}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "{}",
        '{"document": null}',
        '{"document": {"title": {}}}',
        "[" * 9_999,
        '{"refused": "Refusal"}',
        '{"a":',
    ],
)
def test_one_that_makes_no_sense_is_not_believed(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    def speaks(_command: list[str], **how: Any) -> subprocess.Popen[bytes]:
        return popen([sys.executable, "-c", f"print({said!r})"], **how)

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", speaks)
    with pytest.raises(DocumentUnreadable):
        read_document(making.PLAN)
    assert look(making.PLAN) == Look(marked=False, whole=False)


def test_a_system_without_room_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr(subprocess, "Popen", refuses)
    with pytest.raises(DocumentUnreadable):
        read_document(making.PLAN)
    assert look(making.PLAN) == Look(marked=False, whole=False)


def test_plain_data_of_another_kind_is_no_document() -> None:
    good = json.loads(json.dumps(inside.answer("read", making.PLAN.read_bytes())))["document"]
    assert document.document_of(good) == in_process.read_document(making.PLAN)
    for name, value in (("rows", [{}]), ("duties", [{"number": 1}]), ("title", {}), ("opening", [None])):
        with pytest.raises((KeyError, TypeError)):
            document.document_of({**good, name: value})


def test_nobody_else_reads_files_from_outside_in_the_process_that_serves() -> None:
    """What computes without end in here cannot be stopped; the demo reads the plan that ships with us."""
    readers = {
        str(path.relative_to(ROOT))
        for room in ("bot", "scheduler", "locales", "data")
        for path in (ROOT / room).rglob("*.py")
        if any(
            f"data.documents{door}" in path.read_text(encoding="utf-8") for door in (".formats import", ".sight import")
        )
    }
    assert readers == {"bot/web/demo.py", "data/documents/inside.py"}


def test_it_starts_without_what_it_does_not_need() -> None:
    loaded = "import data.documents.inside, sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    run = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"sqlalchemy", "sqlmodel", "telegram", "pydantic", "openpyxl", "pypdfium2"} & set(
        run.stdout.split()
    ) == set()
