"""The environment (and a .env file) → frozen Settings. The only file that reads it; every fault is told at once."""

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SettingsInvalid
from locales import LOCALES

SHIPPED_UNITS = Path(__file__).parent.parent / "data" / "units" / "hung-yen-2023.tsv"
TELEGRAM_SERVER = "https://api.telegram.org"


class Settings(BaseSettings):
    """What an office may set. Names in the environment are these in capitals; an empty value counts as absent."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    data_dir: Path = Path("var")
    database_url: SecretStr | None = None
    timezone: str = "Asia/Ho_Chi_Minh"
    locale: str = "vi"
    telegram_token: SecretStr | None = None
    telegram_base_url: AnyHttpUrl = AnyHttpUrl(TELEGRAM_SERVER)
    telegram_proxy: SecretStr | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    digest_at: time = time(7, 30)
    units_file: Path = SHIPPED_UNITS
    nhacviec_now: datetime | None = None

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

    @field_validator("telegram_token")
    @classmethod
    def _token_shape(cls, token: SecretStr | None) -> SecretStr | None:
        if token is None:
            return None
        # A trailing newline would go into the address and come back as a puzzling "Not Found".
        stripped = token.get_secret_value().strip()
        number, _, secret = stripped.partition(":")
        if not (number.isdigit() and secret and not any(letter.isspace() for letter in secret)):
            raise ValueError("token")
        return SecretStr(stripped)

    @property
    def database(self) -> str:
        """The database's address: DATABASE_URL, or an SQLite file under DATA_DIR."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.data_dir / 'nhacviec.db'}"

    @property
    def starts_at(self) -> datetime | None:
        """Where the service's clock begins (aware); a moment without an offset is one of TIMEZONE."""
        if self.nhacviec_now is None:
            return None
        moment = self.nhacviec_now
        return (moment.replace(tzinfo=ZoneInfo(self.timezone)) if moment.tzinfo is None else moment).astimezone(UTC)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be seen in a log."""
        found = (self.telegram_token, self.database_url, self.telegram_proxy)
        return tuple(secret.get_secret_value() for secret in found if secret is not None)


def read_settings() -> Settings:
    """The settings of this process.

    Raises:
        SettingsInvalid: with every malformed variable.
    """
    try:
        return Settings()
    except ValidationError as fault:
        faults = sorted({(str(error["loc"][0]).upper(), _code(error["msg"])) for error in fault.errors()})
        raise SettingsInvalid(faults=tuple(faults)) from None


def _code(message: str) -> str:
    """Our own fault's code, or "malformed" for what pydantic found."""
    code = message.removeprefix("Value error, ")
    return code if code in {"zone", "locale", "hours", "token"} else "malformed"
