"""Ways to chats. A channel turns what comes in into Incoming, gives back what is answered, and delivers Outgoing."""

import sys

from bot.channels import telegram, zalo
from bot.channels.house import Declaration

# A messenger loads httpx when it starts. That has a command line of its own, and goes without where that is missing:
# rich and pygments would come with it, 6 MB.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

MESSENGERS: tuple[Declaration, ...] = (zalo.DECLARATION, telegram.DECLARATION)
"""Those by which people are reached; each is one folder."""
