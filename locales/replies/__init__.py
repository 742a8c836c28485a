"""What is answered to the asker at once: each function gives one Outgoing from facts."""

from locales.replies.overseeing import roll_up, summary
from locales.replies.own import my_tasks, task_card
from locales.replies.privacy import forget_question, forgotten, nothing_kept
from locales.replies.reporting import confirmed, several, taken_back
from locales.replies.talking import (
    answered_late,
    choose,
    come_into_group,
    edit_not_taken,
    failed,
    file_not_kept,
    forwarded,
    help_by_topics,
    help_text,
    language_set,
    left_alone,
    not_joined,
    not_understood_here,
    only_text,
    other_not_kept,
    said_elsewhere,
    unknown,
    welcome,
)

__all__ = [
    "answered_late",
    "choose",
    "come_into_group",
    "confirmed",
    "edit_not_taken",
    "failed",
    "file_not_kept",
    "forget_question",
    "forgotten",
    "forwarded",
    "help_by_topics",
    "help_text",
    "language_set",
    "left_alone",
    "my_tasks",
    "not_joined",
    "not_understood_here",
    "nothing_kept",
    "only_text",
    "other_not_kept",
    "roll_up",
    "said_elsewhere",
    "several",
    "summary",
    "taken_back",
    "task_card",
    "unknown",
    "welcome",
]
