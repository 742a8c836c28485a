"""Telegram: heard by long polling or webhook, spoken to at its pace. `channel` joins the others; read it first."""

from collections.abc import Sequence

from bot.channels.house import Bot, Declaration, Link
from bot.settings import Settings
from data.talk import Outgoing


def _bots(settings: Settings, _: Link | None) -> Sequence[Bot]:
    token, proxy = settings.telegram_token, settings.telegram_proxy
    if token is None:
        return ()
    from bot.channels.telegram.channel import Telegram  # noqa: PLC0415 - long to load, and only where there is a token

    return (
        Telegram(
            token.get_secret_value(),
            base_url=str(settings.telegram_base_url),
            proxy=proxy.get_secret_value() if proxy else None,
            folder=settings.data_dir,
            locale=settings.locale,
            public=settings.public_root,
        ),
    )


def _parts(outgoing: Outgoing) -> int:
    from bot.channels.telegram.writing import parts  # noqa: PLC0415 - likewise

    return len(parts(outgoing)) + len(outgoing.files)


DECLARATION = Declaration(
    key="telegram",
    name="Telegram",
    variable="TELEGRAM_TOKEN",
    server=lambda settings: str(settings.telegram_base_url),
    bots=_bots,
    link=lambda _bot, username, code: f"https://t.me/{username}?start={code}",
    parts=_parts,
)
