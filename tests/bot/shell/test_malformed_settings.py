"""Settings that are malformed or lead nowhere, in every command: one sentence, the exit code, and never the secret."""

import re
from pathlib import Path

import pytest

from bot.settings import SHIPPED_UNITS
from tests.bot.shell.conftest import Run
from tests.building import PLAN
from tests.conftest import free_port

COMMANDS = [
    ["check"],
    ["units", "list"],
    ["units", "import", str(SHIPPED_UNITS)],
    ["import", str(PLAN), "--dry-run"],
    ["import", str(PLAN), "--yes", "--json"],
    ["rehearse"],
    ["invite", "VP"],
    ["officer", "forget", "telegram", "1"],
    ["deadline", "Quý III"],
    ["agencies", "--json", "Sở Tư pháp"],
    ["serve"],
    ["demo"],
]
SECRET = "s3cr3t-Pa55"
HALF = "AAE-very_s3cr3t-Pa55"
MALFORMED = [
    {"TELEGRAM_PROXY": f"nv:{SECRET}@proxy.example:3128"},
    {"TELEGRAM_PROXY": f"ftp://nv:{SECRET}@proxy.example"},
    {"TELEGRAM_PROXY": f"http://nv:{SECRET}/@proxy.example:1"},
    {"DATABASE_URL": f"postgresql://nv:{SECRET}@h:notaport/x"},
    {"DATABASE_URL": f"postgresql://nv:a@{SECRET}@h/x"},
    {"DATABASE_URL": f"mysql://h/x?password={SECRET}"},
    {"TELEGRAM_TOKEN": f"42;{HALF}"},
    {"TELEGRAM_TOKEN": f"42:{HALF}\x1b[2J", "WEB_PORT": "x", "DATABASE_URL": f"nv:{SECRET}"},
]


@pytest.mark.parametrize("settings", MALFORMED, ids="+".join)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_malformed_setting(run: Run, command: list[str], settings: dict[str, str]) -> None:
    got = run(*command, **settings)
    assert (got.code, got.out, got.err.count("\n")) == (1, "", 1)
    assert got.err.startswith("Đề nghị sửa cấu hình: ")
    assert re.findall(r"\b(?:TELEGRAM|DATABASE|WEB)_[A-Z]+", got.err) == sorted(settings)
    assert [each for each in ("s3cr3t", "Pa55", "Traceback", "\x1b") if each in got.err] == []


@pytest.mark.parametrize(
    ("command", "settings"),
    [
        (["units", "list"], {"DATABASE_URL": f"postgresql://nv:{SECRET}@127.0.0.1:1/nv"}),
        (["units", "list"], {"DATABASE_URL": f"postgresql://nv:{SECRET}%2F%40x@127.0.0.1:1/nv"}),
        (["units", "list"], {"DATABASE_URL": f"postgresql://127.0.0.1:1/nv?password={SECRET}"}),
        (["units", "list"], {"DATABASE_URL": f"postgresql://127.0.0.1:1/nv?no-such-option={SECRET}"}),
        (["units", "list"], {"DATABASE_URL": f"sqlite:////proc/none/x.db?password={SECRET}"}),
        (["units", "list"], {"DATABASE_URL": f"sqlite:///x.db?timeout={SECRET}"}),
        (["units", "list"], {"DATA_DIR": "/proc/none"}),
        (["units", "list"], {"UNITS_FILE": "/proc"}),
        (["serve"], {"WEB_HOST": "192.0.2.1"}),
        (["serve"], {"WEB_HOST": "no.such.host.invalid"}),
    ],
)
def test_a_setting_that_leads_nowhere(run: Run, command: list[str], settings: dict[str, str]) -> None:
    got = run(*command, **settings, **({} if "WEB_HOST" not in settings else {"WEB_PORT": str(free_port())}))
    sentence = [line for line in got.err.splitlines() if not re.match(r"\d{4}-", line)]
    assert (got.code, len(sentence)) == (1, 1)
    assert [each for each in ("s3cr3t", "Pa55", "Traceback") if each in got.err + got.out] == []


def test_a_fault_of_ours_is_told_whole_but_for_the_secret(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(f"no answer from /bot42:{HALF}/getMe \x1b[2J of nv:{SECRET}@proxy.example:3128")

    monkeypatch.setattr("bot.shell.deadlines.read", fail)
    got = run(
        "deadline",
        "Quý III",
        TELEGRAM_TOKEN=f"42:{HALF}",
        TELEGRAM_PROXY=f"http://nv:{SECRET}@proxy.example:3128",
    )
    assert (got.code, got.out, got.err.count("Traceback")) == (1, "", 1)
    assert got.err.splitlines()[-2] == "RuntimeError: no answer from /bot***/getMe �[2J of nv***proxy.example:3128"


def test_what_is_strange_in_the_file_of_settings_is_told_beside(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TELEGRAM_TOKNE=42:x\nMINE=1\n")
    got = run("deadline", "--year", "2023", "Quý III", LOCALE="en")
    assert (got.code, got.out) == (0, "Quý III → by the end of 30/09/2023\n")
    assert got.err == (
        ".env: TELEGRAM_TOKNE is not a known setting and is ignored. Did you mean TELEGRAM_TOKEN?\n"
        ".env: MINE is not a known setting and is ignored.\n"
    )


def test_a_file_of_settings_that_cannot_be_read_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOCALE=vi\nTELEGRAM_TOKEN 42:x\n", encoding="utf-16")
    got = run("check")
    sentence = "Không đọc được chữ trong .env. Đề nghị lưu lại dạng văn bản theo mã UTF-8.\n"
    assert (got.code, got.out, got.err) == (1, "", sentence)
    (tmp_path / ".env").write_text("LOCALE=vi\nTELEGRAM_TOKEN 42:x\n")
    got = run("check")
    sentence = ".env (dòng 2) không đúng dạng TÊN=giá trị. Đề nghị sửa lại, hoặc đặt # ở đầu dòng.\n"
    assert (got.code, got.out, got.err) == (1, "", sentence)
