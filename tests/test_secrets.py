"""No committed file has a token, the host of a package registry or a path of somebody's machine in it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

PATTERNS = {
    "a token": re.compile(r"[0-9]{8,10}:[A-Za-z0-9_-]{35}"),
    "a registry": re.compile(r"\b(?:pypi[.]org|pythonhosted[.]org|npmjs[.](?:org|com)|proxy[.]golang[.]org)\b"),
    "an index": re.compile(r"(?:index-url|find-links|registry)[\"']?\s*[=:]?\s*[\"']?(?:https?|file):"),
    "a machine's path": re.compile(r"(?<![\w.-])[/](?:work|root|home|Users)[/]\w"),
}


def leaks(text: str) -> set[str]:
    return {name for name, pattern in PATTERNS.items() if pattern.search(text)}


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a clone: there is no list of committed files")
def test_no_committed_file_leaks() -> None:
    assert ROOT / "Makefile" in committed()
    found = {
        str(path.relative_to(ROOT)): leaks(path.read_text(encoding="utf-8", errors="replace")) for path in committed()
    }
    assert {name: kinds for name, kinds in found.items() if kinds} == {}


def test_pinned_requirements_name_no_address() -> None:
    pinned = {path.name: path.read_text(encoding="utf-8") for path in ROOT.glob("requirements*.txt")}
    assert sorted(pinned) == ["requirements-dev.txt", "requirements.txt"]
    assert [name for name, text in pinned.items() if re.search(r"://|^-", text, re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("TELEGRAM_TOKEN=" + "1" * 10 + ":" + "A" * 35, {"a token"}),
        ("https://files." + "pythonhosted" + ".org/packages/x.whl", {"a registry"}),
        ("--extra-index-url " + "https://example.org/simple", {"an index"}),
        ('registry = "' + 'https://example.org"', {"an index"}),
        ("see /" + "work/main/README.md", {"a machine's path"}),
        ("DATA_DIR=/" + "home/an/var", {"a machine's path"}),
        ("TELEGRAM_TOKEN=", set()),
        ("--hash=sha256:" + "0" * 64, set()),
        ("uv pip compile --no-emit-index-url --no-emit-find-links", set()),
        ("data/occurrences.py, bot/home/page.py, DATA_DIR=/var/lib/nhacviec", set()),
    ],
)
def test_a_planted_leak_is_found(text: str, kinds: set[str]) -> None:
    assert leaks(text) == kinds
