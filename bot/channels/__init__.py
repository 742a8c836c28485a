"""Ways to chats. A channel turns what comes in into Incoming, gives back what is answered, and delivers Outgoing."""

from bot.channels import telegram, zalo
from bot.channels.house import Declaration

MESSENGERS: tuple[Declaration, ...] = (zalo.DECLARATION, telegram.DECLARATION)
"""Those by which people are reached; each is one folder."""
