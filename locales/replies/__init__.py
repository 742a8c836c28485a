"""What is answered to the asker at once: each function gives one Outgoing from facts."""

from locales.replies.overseeing import overdue_list, roll_up, summary, unit_summary
from locales.replies.own import my_tasks, task_card
from locales.replies.privacy import forget_question, forgotten, nothing_kept
from locales.replies.reporting import confirmed, several, taken_back
from locales.replies.talking import (
    choose,
    failed,
    file_not_kept,
    help_by_topics,
    help_text,
    language_set,
    not_joined,
    only_text,
    privacy_mode,
    unknown,
    welcome,
)

__all__ = [
    "choose",
    "confirmed",
    "failed",
    "file_not_kept",
    "forget_question",
    "forgotten",
    "help_by_topics",
    "help_text",
    "language_set",
    "my_tasks",
    "not_joined",
    "nothing_kept",
    "only_text",
    "overdue_list",
    "privacy_mode",
    "roll_up",
    "several",
    "summary",
    "taken_back",
    "task_card",
    "unit_summary",
    "unknown",
    "welcome",
]
