"""python-telegram-bot, pointed at the double."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from tests.doubles.telegram import TelegramDouble

PIXEL = b"\x89PNG\r\n\x1a\n and the rest"


def ptb(telegram: TelegramDouble, token: str = "42:TEST") -> Bot:
    return Bot(token, base_url=f"{telegram.url}/bot", base_file_url=f"{telegram.url}/file/bot")


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_column(
        [InlineKeyboardButton(label, callback_data=f"do {label}") for label in labels]
    )


def texts(updates: tuple[Update, ...]) -> list[str | None]:
    return [update.message.text for update in updates if update.message]
