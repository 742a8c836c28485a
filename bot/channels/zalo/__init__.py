"""Zalo: heard by long polling or webhook, spoken to at its pace. `channel` joins the others; read it first."""

from collections.abc import Sequence

from bot.channels.house import Bot, Declaration, Facts, Link
from bot.channels.zalo.writing import pieces
from bot.settings import Settings
from data.ledger import Allowance


def _bots(settings: Settings, link: Link | None) -> Sequence[Bot]:
    if not settings.zalo_bots:
        return ()
    from bot.channels.zalo.channel import Zalo  # noqa: PLC0415 - long to load, and only where there is a token

    proxy = settings.zalo_proxy
    return tuple(
        Zalo(
            token,
            base_url=str(settings.zalo_base_url),
            proxy=proxy.get_secret_value() if proxy else None,
            folder=settings.data_dir,
            groups=settings.zalo_groups,
            called=settings.zalo_name or None,
            allowance=Allowance(settings.zalo_people, settings.zalo_messages),
            public=settings.public_root,
            link=link,
        )
        for token in settings.zalo_bots
    )


async def _probe(bot: Bot, chat_id: str) -> Facts:
    from bot.channels.zalo.channel import Zalo  # noqa: PLC0415 - likewise

    return await bot.probe(chat_id) if isinstance(bot, Zalo) else {}


DECLARATION = Declaration(
    key="zalo",
    name="Zalo",
    variable="ZALO_TOKENS",
    server=lambda settings: str(settings.zalo_base_url),
    bots=_bots,
    link=lambda bot, _username, _code: f"https://bot.zaloplatforms.com/bots/{bot.partition(':')[2]}",
    parts=lambda outgoing: len(pieces(outgoing)),
    has_buttons=False,
    probe=_probe,
)
