"""Every setting that is malformed is told by its name and a code, all at once, and no value is."""

from pathlib import Path

import pytest

from bot import settings
from bot.settings import _CODES, Settings, read_secrets, read_settings, strange_names
from data.refusals import EnvFileUnreadable, SettingsInvalid
from locales.refusals import FAULTS


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a .env file, and an environment without settings."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path / ".env"


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("TELEGRAM_TOKEN", "not a token", "token"),
        ("TELEGRAM_TOKEN", "42:", "token"),
        ("TELEGRAM_TOKEN", "42:a/b", "token"),
        ("TELEGRAM_TOKEN", "42:a\x1b[2Jb", "malformed"),
        ("ZALO_TOKENS", "42:A, khong co", "tokens"),
        ("ZALO_TOKENS", "42:A,42:B", "tokens"),
        ("ZALO_TOKENS", "42:A\n43:B", "malformed"),
        ("ZALO_BASE_URL", "https://zalo.example/?x=geheim", "address"),
        ("ZALO_PROXY", "nv:geheim@proxy.example:3128", "proxy"),
        ("ZALO_GROUPS", "có", "switch"),
        ("ZALO_PEOPLE", "0", "amount"),
        ("ZALO_MESSAGES", "nhiều", "amount"),
        ("PUBLIC_URL", "http://nhacviec.example.vn", "public"),
        ("PUBLIC_URL", "https://nhacviec.example.vn/?x=1", "public"),
        ("PUBLIC_URL", "https://a:b@nhacviec.example.vn", "public"),
        ("PUBLIC_URL", "nhacviec.example.vn", "public"),
        ("PUBLIC_URL", "https://nhacviec.example.vn/{xa}", "public"),
        ("TELEGRAM_PROXY", "nv:geheim@proxy.example:3128", "proxy"),
        ("TELEGRAM_PROXY", "ftp://nv:geheim@proxy.example", "proxy"),
        ("TELEGRAM_PROXY", "http://nv:geheim@proxy.example:notaport", "proxy"),
        ("TELEGRAM_PROXY", "http://nv:geheim@proxy.example:99999", "proxy"),
        ("TELEGRAM_PROXY", "http://nv:ge@heim@proxy.example:3128", "proxy"),
        ("TELEGRAM_PROXY", "http://nv:ge/heim@proxy.example:3128", "proxy"),
        ("TELEGRAM_PROXY", "http://[::1", "proxy"),
        ("TELEGRAM_PROXY", "http://", "proxy"),
        ("TELEGRAM_PROXY", "http://two words:1", "proxy"),
        ("DATABASE_URL", "nonsense", "database"),
        ("DATABASE_URL", "postgresql://nv:geheim@h:notaport/x", "database"),
        ("DATABASE_URL", "postgresql://nv:geheim@h:99999/x", "database"),
        ("DATABASE_URL", "postgresql://nv:ge@heim@h/x", "database"),
        ("DATABASE_URL", "postgresql+psycopg2://nv:geheim@h/x", "database"),
        ("DATABASE_URL", "sqlite+aiosqlite:///x", "database"),
        ("DATABASE_URL", "mysql://nv:geheim@h/x", "database"),
        ("TELEGRAM_BASE_URL", "api.telegram.org", "address"),
        ("TELEGRAM_BASE_URL", "https://api.telegram.org/?x=geheim", "address"),
        ("DATA_DIR", "var?mode=ro", "malformed"),
        ("WEB_HOST", "http://127.0.0.1", "host"),
        ("WEB_PORT", "many", "port"),
        ("WEB_PORT", "0", "port"),
        ("DIGEST_AT", "23:00", "hours"),
        ("DIGEST_AT", "early", "hours"),
        ("TIMEZONE", "Asia/Hung_Yen", "zone"),
        ("TIMEZONE", "../../etc/passwd", "zone"),
        ("LOCALE", "fr", "locale"),
        ("EVIDENCE_LIMIT", "0", "evidence"),
        ("EVIDENCE_LIMIT", "101", "evidence"),
        ("KEEP_RECEIVED_DAYS", "0", "days"),
        ("KEEP_ANSWERS_DAYS", "for ever", "days"),
        ("KEEP_MESSAGES_DAYS", "-1", "days"),
        ("LOG_FORMAT", "xml", "log-format"),
        ("NHACVIEC_NOW", "soon", "moment"),
        ("NHACVIEC_NOW", "0001-01-01T00:00", "moment"),
    ],
)
def test_what_is_malformed(monkeypatch: pytest.MonkeyPatch, name: str, value: str, code: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsInvalid) as refused:
        read_settings()
    assert refused.value.faults == ((name, code),)


def test_every_code_has_its_words() -> None:
    assert set(_CODES.values()) - set(FAULTS) == set()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", " 42:TEST-half_x\n"),
        ("TELEGRAM_PROXY", "http://nv:ge%40heim@proxy.example:3128/"),
        ("TELEGRAM_PROXY", "socks5://[::1]:1080"),
        ("ZALO_TOKENS", " 42:TEST-half_x, 43:other\n"),
        ("PUBLIC_URL", "https://nhacviec.example.vn/nhac-viec"),
        ("DATABASE_URL", "postgres://nv:ge%40heim@[::1]:5432/x?sslmode=require"),
        ("DATABASE_URL", "postgresql:///x?host=%2Fvar%2Frun"),
        ("DATABASE_URL", "sqlite:///x.db"),
        ("WEB_HOST", "::"),
        ("WEB_HOST", "localhost"),
        ("TELEGRAM_BASE_URL", "http://127.0.0.1:8081/"),
    ],
)
def test_what_is_well_formed(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    read_settings()


def test_each_token_of_several_is_a_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZALO_TOKENS", "42:A, 43:B;44:C 45:D\n")
    assert read_settings().zalo_bots == ("42:A", "43:B", "44:C", "45:D")


def test_the_limits_by_default() -> None:
    found = read_settings()
    assert (found.evidence_limit, found.log_format) == (20, "text")
    assert (found.keep_received_days, found.keep_answers_days, found.keep_messages_days) == (30, 30, 730)


@pytest.mark.parametrize(
    ("content", "reason", "line"),
    [
        ("TELEGRAM_TOKEN=42:A".encode("utf-16"), "encoding", None),
        ("TELEGRAM_TOKEN=42:A".encode("utf-16-le"), "encoding", None),
        (b"LOCALE=\xff", "encoding", None),
        (b"# settings\n\nLOCALE=vi\nTELEGRAM_TOKEN 42:A\n", "line", 4),
        (b"=vi\n", "line", 1),
    ],
)
def test_a_file_that_cannot_be_believed(alone: Path, content: bytes, reason: str, line: int | None) -> None:
    alone.write_bytes(content)
    with pytest.raises(EnvFileUnreadable) as refused:
        read_settings()
    assert (refused.value.path, refused.value.reason, refused.value.line) == (".env", reason, line)
    assert (read_secrets(), strange_names()) == ((), ())


def test_a_file_that_is_a_folder(alone: Path) -> None:
    alone.mkdir()
    with pytest.raises(EnvFileUnreadable) as refused:
        read_settings()
    assert (refused.value.reason, refused.value.detail) == ("rights", "Is a directory")


def test_a_file_of_windows_is_read(alone: Path) -> None:
    alone.write_bytes(b"\xef\xbb\xbfLOCALE=en\r\nexport WEB_PORT = 8081\r\n# end\r\nTIMEZONE='Asia/\r\nnothing'\r\n")
    assert settings.names_in(alone) == ("LOCALE", "WEB_PORT", "TIMEZONE")
    with pytest.raises(SettingsInvalid) as refused:
        read_settings()
    assert refused.value.faults == (("TIMEZONE", "malformed"),)


def test_names_that_are_no_settings(alone: Path) -> None:
    alone.write_text("TELEGRAM_TOKNE=42:A\ntelegram_proxy=\nPOSTGRES_PASSWORD=x\nDIGEST=07:30\nTELEGRAM_TOKNE=2:B\n")
    assert strange_names() == (
        ("TELEGRAM_TOKNE", "TELEGRAM_TOKEN"),
        ("POSTGRES_PASSWORD", None),
        ("DIGEST", "DIGEST_AT"),
    )


def test_secrets_are_known_though_they_are_malformed(monkeypatch: pytest.MonkeyPatch, alone: Path) -> None:
    alone.write_text("TELEGRAM_PROXY=nv:geheim@proxy\n")
    monkeypatch.setenv("TELEGRAM_TOKEN", "no token")
    assert read_secrets() == ("no token", "nv:geheim@proxy")
