"""What cannot be done with what the operator sets up, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "DatabaseUnavailable": N_("The database {url} cannot be opened: {detail}. Please check DATABASE_URL."),
    "DatabaseInconsistent": N_(
        "The database {url} could not be brought up to this version and was left as it was: rows of {tables} refer to "
        "rows that are not there. Please restore the latest backup, or install the version that was there before."
    ),
    "DatabaseNewer": N_(
        "The database {url} was written by a newer version of this program. Please install that version again, "
        "or restore the backup that was made before the upgrade."
    ),
    "TokenRejected": N_("{channel} does not accept the token. Please check {variable}."),
    "ChannelUnreachable": N_("{channel} does not answer at {server}. Please check the network and try again."),
    "PortTaken": N_("Another program is using port {port}. Please set WEB_PORT to a free one."),
    "AddressUnusable": N_(
        "The service cannot listen on {host}, port {port}: {detail}. Please check WEB_HOST and WEB_PORT."
    ),
    "ExtraMissing": N_("This needs a part that is not installed. Please run: pip install nhac-viec[{extra}]"),
    "NotLoopback": N_("The demo answers on this machine only, not on {host}. Please set WEB_HOST to 127.0.0.1"),
}

# What keeps the open database from serving, by the reason.
AWAY: Mapping[str, str] = {
    "locked": N_("The database is busy: another program is writing to it. Please try again in a minute."),
    "full": N_("The disk of the database is full. Please make room and try again."),
    "readonly": N_("The database can only be read, not written. Please check its rights and its disk."),
    "corrupt": N_("The database is damaged. Please stop the service and restore the latest backup."),
    "away": N_("The database does not answer. Please check that its server and its disk are there."),
}

# What is wrong with a setting, by its code.
FAULTS: Mapping[str, str] = {
    "zone": N_("{variable} is not a time zone, for example: Asia/Ho_Chi_Minh"),
    "locale": N_("{variable} must be vi or en"),
    "hours": N_("{variable} must be a time from 07:00 to 18:00, for example: 07:30"),
    "token": N_("{variable} does not have the form of a token, for example: 123456:ABC"),
    "proxy": N_(
        "{variable} does not have the form of a proxy, for example: http://host:3128 or socks5://user:password@host:1080"
        " (in the password, write @ as %40 and / as %2F)"
    ),
    "database": N_(
        "{variable} does not have the form of a database's address, for example:"
        " postgresql://user:password@host:5432/database (in the password, write @ as %40 and / as %2F)"
    ),
    "address": N_("{variable} does not have the form of a server's address, for example: https://api.telegram.org"),
    "host": N_("{variable} does not have the form of a machine's address, for example: 127.0.0.1"),
    "port": N_("{variable} must be a number from 1 to 65535"),
    "evidence": N_("{variable} must be a number from 1 to 100"),
    "days": N_("{variable} must be a number of days from 1 to 36500"),
    "log-format": N_("{variable} must be text or json"),
    "moment": N_("{variable} must be a moment, for example: 2023-01-11T07:30"),
    "malformed": N_("{variable} is malformed"),
}
