"""What cannot be done with what the operator sets up, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "DatabaseUnavailable": N_("The database {url} cannot be opened: {detail}. Please check DATABASE_URL."),
    "TokenRejected": N_("{channel} does not accept the token. Please check {variable}."),
    "ChannelUnreachable": N_("{channel} does not answer at {server}. Please check the network and try again."),
    "PortTaken": N_("Another program is using port {port}. Please set WEB_PORT to a free one."),
    "ExtraMissing": N_("This needs a part that is not installed. Please run: pip install nhac-viec[{extra}]"),
    "NotLoopback": N_("The demo answers on this machine only, not on {host}. Please set WEB_HOST to 127.0.0.1"),
}

# What is wrong with a setting, by its code.
FAULTS: Mapping[str, str] = {
    "zone": N_("{variable} is not a time zone, for example: Asia/Ho_Chi_Minh"),
    "locale": N_("{variable} must be vi or en"),
    "hours": N_("{variable} must be a time from 07:00 to 18:00, for example: 07:30"),
    "token": N_("{variable} does not have the form of a token, for example: 123456:ABC"),
    "malformed": N_("{variable} is malformed"),
}
