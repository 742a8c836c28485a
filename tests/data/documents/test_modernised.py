"""Old Word, old Excel and RTF: what LibreOffice is given and told, and what is left of it; a script stands for it."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from data.documents import office, outline, read_document
from data.refusals import DocumentUnreadable, TableMissing
from tests.data.documents.making import as_docx, as_xlsx
from tests.data.documents.marking import OLD_OFFICE

RTF = b"{\\rtf1 Ke hoach}"
DOC, XLS = (OLD_OFFICE + name.encode("utf-16-le") for name in ("WordDocument", "Workbook"))

# Takes its last argument for the file, and writes down what it has been told.
TELLS = """#!/bin/sh
for last; do :; done
test -f "$last" && cp {made} "${{last%.*}}.{kind}"
echo "$@" | sed "s,$(dirname "$last"),FOLDER,g" > {told}
env | grep -v "^PWD=\\|^_=\\|^LC_CTYPE=\\|^SHLVL=\\|^OLDPWD=" | cut -d= -f1 | sort | tr "\\n" " " >> {told}
"""
# What it starts does not end with it.
HANGS = """#!/bin/sh
sleep 600 &
echo $! > {told}
wait
"""
TOLD = (
    "--headless --norestore --nolockcheck --nodefault -env:UserInstallation=file://FOLDER/profile"
    " --infilter={filter} --convert-to {kind} --outdir FOLDER FOLDER/{name}\nHOME PATH TMPDIR "
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where copies are made: what is left there is seen."""
    (tmp_path / "copies").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "copies"))


def install(script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **names: object) -> Path:
    """A script in the place of LibreOffice; gives the file into which it says what it was told."""
    told = tmp_path / "told"
    (tmp_path / "soffice").write_text(script.format(told=told, **names), encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(tmp_path / "soffice"))
    return told


@pytest.mark.parametrize(
    ("content", "name", "read_as", "kind"),
    [
        (RTF, "in.rtf", "Rich Text Format", "docx"),
        (DOC, "in.doc", "MS Word 97", "docx"),
        (XLS, "in.xls", "MS Excel 97", "xlsx"),
    ],
)
def test_it_is_read_as_libreoffice_saves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, name: str, read_as: str, kind: str
) -> None:
    (as_docx if kind == "docx" else as_xlsx)(tmp_path / "made")
    told = install(TELLS, tmp_path, monkeypatch, made=tmp_path / "made", kind=kind)
    monkeypatch.setenv("TELEGRAM_TOKEN", "not to be told")
    (tmp_path / "plan.old").write_bytes(content)
    read = read_document(tmp_path / "plan.old")
    assert (read.title.number, len(read.rows)) == ("06/KH-UBND", 15)
    assert told.read_text(encoding="utf-8") == TOLD.format(filter=read_as, kind=kind, name=name)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_is_no_plan_is_told_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made").write_text("một dòng", encoding="utf-8")
    install(TELLS, tmp_path, monkeypatch, made=tmp_path / "made", kind="docx")
    (tmp_path / "plan.doc").write_bytes(DOC)
    with pytest.raises(TableMissing) as refusal:
        read_document(tmp_path / "plan.doc")
    assert refusal.value.path == str(tmp_path / "plan.doc")
    assert outline(tmp_path / "plan.doc").rows == ()


@pytest.mark.parametrize("program", [None, "/bin/false", "/nowhere/soffice"])
@pytest.mark.parametrize(("content", "reason"), [(RTF, "rtf"), (DOC, "old-doc"), (XLS, "old-doc")])
def test_it_is_refused_where_that_cannot_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None, content: bytes, reason: str
) -> None:
    monkeypatch.setattr(office, "program", lambda: program)
    (tmp_path / "plan.old").write_bytes(content)
    with pytest.raises(DocumentUnreadable) as refusal:
        read_document(tmp_path / "plan.old")
    assert (refusal.value.path, refusal.value.reason) == (str(tmp_path / "plan.old"), reason)
    assert list((tmp_path / "copies").iterdir()) == []


def test_what_is_neither_word_nor_excel_is_not_given_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = install(TELLS, tmp_path, monkeypatch, made=os.devnull, kind="docx")
    (tmp_path / "mail.msg").write_bytes(OLD_OFFICE + b"a letter")
    with pytest.raises(DocumentUnreadable, match="old-doc"):
        read_document(tmp_path / "mail.msg")
    assert not told.exists()


def test_one_that_hangs_is_ended_with_all_that_it_has_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = install(HANGS, tmp_path, monkeypatch)
    monkeypatch.setattr(office, "SECONDS", 1)
    (tmp_path / "plan.doc").write_bytes(DOC)
    with pytest.raises(DocumentUnreadable, match="old-doc"):
        read_document(tmp_path / "plan.doc")
    assert is_gone(int(told.read_text(encoding="utf-8")))
    assert list((tmp_path / "copies").iterdir()) == []


def is_gone(process: int) -> bool:
    """Whether a process ends, or has ended and only waits for its parent to notice."""
    for _ in range(100):
        try:
            os.kill(process, 0)
            if Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
