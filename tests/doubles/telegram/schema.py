"""The part of the Bot API that the house uses: methods, their fields and the objects inside, as published."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """What one field takes: any of `types`, each worded as on the published page."""

    types: tuple[str, ...]
    required: bool


def must(*types: str) -> Field:
    """Give a field without which the call is refused."""
    return Field(types, required=True)


def may(*types: str) -> Field:
    """Give a field that may be left out."""
    return Field(types, required=False)


_CHAT = must("Integer", "String")
_ANY_MARKUP = may("InlineKeyboardMarkup", "ReplyKeyboardRemove", "ForceReply")
_SENDING = {
    "chat_id": _CHAT,
    "message_thread_id": may("Integer"),
    "disable_notification": may("Boolean"),
    "protect_content": may("Boolean"),
    "reply_parameters": may("ReplyParameters"),
    "reply_markup": _ANY_MARKUP,
}
_CAPTION = {"caption": may("String"), "caption_entities": may("Array of MessageEntity")}
_EDITING = {
    "chat_id": may("Integer", "String"),
    "message_id": may("Integer"),
    "reply_markup": may("InlineKeyboardMarkup"),
}
_AUDIENCE = {"scope": may("BotCommandScope"), "language_code": may("String")}

# parse_mode is left out on purpose: the house sends plain words and entities.
METHODS: Mapping[str, Mapping[str, Field]] = {
    "getMe": {},
    "getUpdates": {
        "offset": may("Integer"),
        "limit": may("Integer"),
        "timeout": may("Integer"),
        "allowed_updates": may("Array of String"),
    },
    "setWebhook": {
        "url": must("String"),
        "max_connections": may("Integer"),
        "allowed_updates": may("Array of String"),
        "drop_pending_updates": may("Boolean"),
        "secret_token": may("String"),
    },
    "deleteWebhook": {"drop_pending_updates": may("Boolean")},
    "getWebhookInfo": {},
    "sendMessage": {
        **_SENDING,
        "text": must("String"),
        "entities": may("Array of MessageEntity"),
        "link_preview_options": may("LinkPreviewOptions"),
    },
    "sendDocument": {
        **_SENDING,
        **_CAPTION,
        "document": must("InputFile", "String"),
        "disable_content_type_detection": may("Boolean"),
    },
    "sendPhoto": {**_SENDING, **_CAPTION, "photo": must("InputFile", "String")},
    "sendChatAction": {"chat_id": _CHAT, "message_thread_id": may("Integer"), "action": must("String")},
    "editMessageText": {
        **_EDITING,
        "text": may("String"),
        "entities": may("Array of MessageEntity"),
        "link_preview_options": may("LinkPreviewOptions"),
    },
    "editMessageReplyMarkup": _EDITING,
    "answerCallbackQuery": {
        "callback_query_id": must("String"),
        "text": may("String"),
        "show_alert": may("Boolean"),
        "cache_time": may("Integer"),
    },
    "setMyCommands": {"commands": must("Array of BotCommand"), **_AUDIENCE},
    "deleteMyCommands": _AUDIENCE,
    "getMyCommands": _AUDIENCE,
    "getChat": {"chat_id": _CHAT},
    "getChatMember": {"chat_id": _CHAT, "user_id": must("Integer")},
    "getFile": {"file_id": must("String")},
}

_SCOPE = {"type": must("String")}

OBJECTS: Mapping[str, Mapping[str, Field]] = {
    "MessageEntity": {
        "type": must("String"),
        "offset": must("Integer"),
        "length": must("Integer"),
        "url": may("String"),
    },
    "LinkPreviewOptions": {"is_disabled": may("Boolean")},
    "ReplyParameters": {
        "message_id": must("Integer"),
        "chat_id": may("Integer", "String"),
        "allow_sending_without_reply": may("Boolean"),
    },
    "InlineKeyboardMarkup": {"inline_keyboard": must("Array of Array of InlineKeyboardButton")},
    "InlineKeyboardButton": {"text": must("String"), "url": may("String"), "callback_data": may("String")},
    "ReplyKeyboardRemove": {"remove_keyboard": must("Boolean"), "selective": may("Boolean")},
    "ForceReply": {
        "force_reply": must("Boolean"),
        "input_field_placeholder": may("String"),
        "selective": may("Boolean"),
    },
    "BotCommand": {"command": must("String"), "description": must("String")},
    "BotCommandScopeDefault": _SCOPE,
    "BotCommandScopeAllPrivateChats": _SCOPE,
    "BotCommandScopeAllGroupChats": _SCOPE,
    "BotCommandScopeAllChatAdministrators": _SCOPE,
    "BotCommandScopeChat": {**_SCOPE, "chat_id": _CHAT},
    "BotCommandScopeChatAdministrators": {**_SCOPE, "chat_id": _CHAT},
    "BotCommandScopeChatMember": {**_SCOPE, "chat_id": _CHAT, "user_id": must("Integer")},
}

# The scope's `type` says which of the seven it is.
SCOPES: Mapping[str, str] = {
    "default": "BotCommandScopeDefault",
    "all_private_chats": "BotCommandScopeAllPrivateChats",
    "all_group_chats": "BotCommandScopeAllGroupChats",
    "all_chat_administrators": "BotCommandScopeAllChatAdministrators",
    "chat": "BotCommandScopeChat",
    "chat_administrators": "BotCommandScopeChatAdministrators",
    "chat_member": "BotCommandScopeChatMember",
}

UPDATES: frozenset[str] = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "guest_message",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "managed_bot",
    ]
)
