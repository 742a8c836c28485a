"""The environment (and a .env file) → frozen Settings. The only file that reads it; every fault is told at once."""

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from data.refusals import DatabaseUnavailable, EnvFileUnreadable, SettingsInvalid
from data.words import alike
from locales import LOCALES

ENV_FILE = ".env"
SHIPPED_UNITS = Path(__file__).parent.parent / "data" / "units" / "hung-yen-2023.tsv"
TELEGRAM_SERVER = "https://api.telegram.org"
ZALO_SERVER = "https://bot-api.zaloplatforms.com"

Days = Annotated[int, Field(ge=1, le=36_500)]
"""For how long something is kept."""
Amount = Annotated[int, Field(ge=1, le=1_000_000)]
"""How much a messenger allows."""

# What pydantic itself finds is told by the setting's own words, where it has some.
_CODES = {
    "web_port": "port",
    "evidence_limit": "evidence",
    "keep_received_days": "days",
    "keep_answers_days": "days",
    "keep_messages_days": "days",
    "log_format": "log-format",
    "nhacviec_now": "moment",
    "digest_at": "hours",
    "telegram_base_url": "address",
    "zalo_base_url": "address",
    "zalo_groups": "switch",
    "zalo_people": "amount",
    "zalo_messages": "amount",
    "public_url": "public",
}
_OUR_CODES = frozenset(
    {"zone", "locale", "hours", "token", "tokens", "proxy", "database", "address", "host", "moment", "public"}
)
# The settings in which a secret may stand.
_SECRETS = (
    "telegram_token", "telegram_base_url", "telegram_proxy",
    "zalo_tokens", "zalo_base_url", "zalo_proxy", "database_url",
)  # fmt: skip
# What would be quoted in an address, or end it, has no place in a token.
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_.~-]+")
_BETWEEN_TOKENS = re.compile(r"[\s,;]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HOST = re.compile(r"[A-Za-z0-9_.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
_PATH = re.compile(r"[A-Za-z0-9_.~/-]*")
_PROXIES = {"http", "https", "socks5", "socks5h"}


class Settings(BaseSettings):
    """What an office may set. Names in the environment are these in capitals; an empty value counts as absent."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    data_dir: Path = Path("var")
    database_url: SecretStr | None = None
    timezone: str = "Asia/Ho_Chi_Minh"
    locale: str = "vi"
    telegram_token: SecretStr | None = None
    telegram_base_url: AnyHttpUrl = AnyHttpUrl(TELEGRAM_SERVER)
    telegram_proxy: SecretStr | None = None
    zalo_tokens: SecretStr | None = None
    zalo_base_url: AnyHttpUrl = AnyHttpUrl(ZALO_SERVER)
    zalo_proxy: SecretStr | None = None
    zalo_groups: bool = False
    zalo_name: str = ""
    zalo_people: Amount = 50
    zalo_messages: Amount = 3_000
    public_url: AnyHttpUrl | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    digest_at: time = time(7, 30)
    units_file: Path = SHIPPED_UNITS
    coordinator: str = ""
    evidence_limit: int = Field(default=20, ge=1, le=100)
    keep_received_days: Days = 30
    keep_answers_days: Days = 30
    keep_messages_days: Days = 730
    log_format: Literal["text", "json"] = "text"
    nhacviec_now: datetime | None = None

    @field_validator("*", mode="before")
    @classmethod
    def _plain(cls, value: Any) -> Any:
        """A trailing newline would go into an address and come back as a puzzling "Not Found"."""
        if not isinstance(value, str):
            return value
        stripped = value.strip()
        if _CONTROL.search(stripped):
            raise ValueError("malformed")
        return stripped

    @field_validator("data_dir")
    @classmethod
    def _fits_an_address(cls, folder: Path) -> Path:
        if "?" in str(folder):  # the database's address would end there
            raise ValueError("malformed")
        return folder

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, OSError, ValueError) as fault:
            raise ValueError("zone") from fault
        return name

    @field_validator("locale")
    @classmethod
    def _known_locale(cls, name: str) -> str:
        if name not in LOCALES:
            raise ValueError("locale")
        return name

    @field_validator("digest_at")
    @classmethod
    def _within_hours(cls, at: time) -> time:
        if not time(7) <= at < time(18) or at.tzinfo is not None:
            raise ValueError("hours")
        return at

    @field_validator("nhacviec_now")
    @classmethod
    def _within_centuries(cls, moment: datetime | None) -> datetime | None:
        if moment is not None and not 1900 <= moment.year <= 2200:
            raise ValueError("moment")
        return moment

    @field_validator("telegram_token")
    @classmethod
    def _token_shape(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("token")
        return token

    @field_validator("zalo_tokens")
    @classmethod
    def _tokens_shape(cls, tokens: SecretStr | None) -> SecretStr | None:
        found = _tokens(tokens)
        bots = {token.partition(":")[0] for token in found}
        if not all(map(_TOKEN.fullmatch, found)) or len(bots) < len(found):
            raise ValueError("tokens")
        return tokens

    @field_validator("telegram_base_url", "zalo_base_url")
    @classmethod
    def _a_root(cls, url: AnyHttpUrl) -> AnyHttpUrl:
        if url.query or url.fragment:
            raise ValueError("address")
        return url

    @field_validator("public_url")
    @classmethod
    def _is_public(cls, url: AnyHttpUrl | None) -> AnyHttpUrl | None:
        """Messengers post to https alone; without it, what people say would cross the network in the open."""
        if url is None:
            return None
        if url.scheme != "https" or url.query or url.fragment or url.username or not _PATH.fullmatch(url.path or "/"):
            raise ValueError("public")
        return url

    @field_validator("telegram_proxy", "zalo_proxy")
    @classmethod
    def _proxy_shape(cls, proxy: SecretStr | None) -> SecretStr | None:
        if proxy is not None and not _is_proxy(proxy.get_secret_value()):
            raise ValueError("proxy")
        return proxy

    @field_validator("database_url")
    @classmethod
    def _database_shape(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            from data import engines  # noqa: PLC0415 - SQLAlchemy reads it; many a command needs no database

            try:
                engines.parse(url.get_secret_value())
            except DatabaseUnavailable as fault:
                raise ValueError("database") from fault
        return url

    @field_validator("web_host")
    @classmethod
    def _a_host(cls, host: str) -> str:
        if not _HOST.fullmatch(host):
            raise ValueError("host")
        return host

    @property
    def database(self) -> str:
        """The database's address: DATABASE_URL, or an SQLite file under DATA_DIR."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'nhacviec.db'}"

    @property
    def public_root(self) -> str | None:
        """PUBLIC_URL without a slash at its end."""
        return None if self.public_url is None else str(self.public_url).rstrip("/")

    @property
    def zalo_bots(self) -> tuple[str, ...]:
        """The tokens of ZALO_TOKENS, each of another bot."""
        return _tokens(self.zalo_tokens)

    @property
    def starts_at(self) -> datetime | None:
        """Where the service's clock begins (aware); a moment without an offset is one of TIMEZONE."""
        if self.nhacviec_now is None:
            return None
        moment = self.nhacviec_now
        return (moment.replace(tzinfo=ZoneInfo(self.timezone)) if moment.tzinfo is None else moment).astimezone(UTC)


def read_settings() -> Settings:
    """The settings of this process.

    Raises:
        EnvFileUnreadable: with the first line that is wrong.
        SettingsInvalid: with every malformed variable.
    """
    names_in(Path(ENV_FILE))
    try:
        return Settings()
    except ValidationError as fault:
        faults = sorted({(str(error["loc"][0]), error["msg"]) for error in fault.errors()})
        raise SettingsInvalid(faults=tuple((name.upper(), _code(name, message)) for name, message in faults)) from None


def read_secrets() -> tuple[str, ...]:
    """What must never be seen outside, as it is written: what is malformed must not be told either."""
    written = EnvSettingsSource(Settings)()
    with suppress(EnvFileUnreadable):
        names_in(Path(ENV_FILE))
        written = DotEnvSettingsSource(Settings)() | written
    found = {name: str(written.get(name) or "") for name in _SECRETS}
    each_token = _BETWEEN_TOKENS.split(found.pop("zalo_tokens"))
    return tuple(filter(None, [*found.values(), *each_token]))


def strange_names() -> tuple[tuple[str, str | None], ...]:
    """The names in the .env file that are no settings of ours, each with the setting that may be meant."""
    try:
        return _unknown(names_in(Path(ENV_FILE)), [name.upper() for name in Settings.model_fields])
    except EnvFileUnreadable:
        return ()


def _tokens(written: SecretStr | None) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN_TOKENS.split(written.get_secret_value()))) if written else ()


def _is_proxy(proxy: str) -> bool:
    try:
        parts = urlsplit(proxy)
        port = parts.port
    except ValueError:
        return False
    if parts.scheme not in _PROXIES or port == 0 or parts.path.strip("/") or parts.query or parts.fragment:
        return False
    # A password with an @ that is not quoted would have its end taken for a part of the host.
    return parts.netloc.count("@") < 2 and _HOST.fullmatch(parts.hostname or "") is not None


def _code(name: str, message: str) -> str:
    """Our own fault's code, or the setting's own for what pydantic found."""
    code = message.removeprefix("Value error, ")
    return code if code in _OUR_CODES else _CODES.get(name, "malformed")


# The .env file before it is believed: whether it can be read, and whether each of its lines names a setting.
_NEAR = 75  # of 100; from which likeness on a name is a guess

_NAMED = re.compile(r"(?:export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_.]*)\s*=")
# A quoted value may go on for lines; what is inside it is nobody's name.
_OPENED = re.compile(r"""=\s*(?P<quote>["'])(?P<rest>.*)""", re.DOTALL)


def names_in(path: Path) -> tuple[str, ...]:
    """The names that a .env file sets, in capitals; none where there is no such file.

    Raises:
        EnvFileUnreadable: it cannot be read, is not UTF-8, or has a line that is not NAME=value.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as fault:
        raise EnvFileUnreadable(path=str(path), reason="rights", detail=fault.strerror or "") from fault
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise EnvFileUnreadable(path=str(path), reason="encoding") from fault
    if "\0" in text:
        raise EnvFileUnreadable(path=str(path), reason="encoding")
    return tuple(_names(path, text))


def _unknown(names: Collection[str], known: Collection[str]) -> tuple[tuple[str, str | None], ...]:
    """The names that no setting has, each with the setting that may be meant."""
    strangers = dict.fromkeys(name for name in names if name not in known)
    return tuple((name, next(iter(alike(name, list(known), _NEAR, 1)), None)) for name in strangers)


def _names(path: Path, text: str) -> Iterator[str]:
    ends_with: str | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if ends_with is not None:
            ends_with = None if ends_with in line else ends_with
        elif line.strip() and not line.lstrip().startswith("#"):
            found = _NAMED.match(line.strip())
            if found is None:
                raise EnvFileUnreadable(path=str(path), reason="line", line=number)
            yield found["name"].upper()
            opened = _OPENED.search(line)
            if opened is not None and opened["quote"] not in opened["rest"]:
                ends_with = opened["quote"]
