"""What keeps the service from running: settings, the database, channels, ports, parts not installed."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class SettingsInvalid(Refusal):
    """Settings are malformed: pairs of variable name and fault code."""

    faults: tuple[tuple[str, str], ...]


@dataclass(eq=False, kw_only=True)
class EnvFileUnreadable(Refusal):
    """The file of settings cannot be believed, for a reason code: "rights", "encoding", or the `line` that is wrong."""

    path: str
    reason: str
    line: int | None = None
    detail: str = ""


@dataclass(eq=False, kw_only=True)
class DatabaseUnavailable(Refusal):
    """The database cannot be opened; `url` carries no password."""

    url: str
    detail: str


@dataclass(eq=False, kw_only=True)
class DatabaseAway(Refusal):
    """The open database cannot serve now; `reason` is locked, full, readonly, corrupt or away.

    Nothing is wrong with what was asked: whoever may wait does it again, and never counts it as handled or refused.
    """

    reason: str


@dataclass(eq=False, kw_only=True)
class DatabaseNewer(Refusal):
    """A newer version than this one has written the database; `url` carries no password."""

    url: str


@dataclass(eq=False, kw_only=True)
class DatabaseInconsistent(Refusal):
    """Rows of `tables` refer to rows that are not there, so this version's tables were not made of them."""

    url: str
    tables: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class TokenRejected(Refusal):
    """A channel's server does not accept the token in the setting `variable`."""

    channel: str
    variable: str


@dataclass(eq=False, kw_only=True)
class ChannelUnreachable(Refusal):
    """A channel's server does not answer."""

    channel: str
    server: str


@dataclass(eq=False, kw_only=True)
class NotLoopback(Refusal):
    """The demo, in which one may speak as anybody, is for this machine alone; `host` is not."""

    host: str


@dataclass(eq=False, kw_only=True)
class PortTaken(Refusal):
    """Another program listens on `port` already."""

    port: int


@dataclass(eq=False, kw_only=True)
class AddressUnusable(Refusal):
    """This machine cannot be listened on at `host` and `port`; `detail` is the system's word for why."""

    host: str
    port: int
    detail: str


@dataclass(eq=False, kw_only=True)
class ExtraMissing(Refusal):
    """An optional part of the installation is not there."""

    extra: str
