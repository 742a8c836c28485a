"""What a line answers to the question that was asked last: yes, no, or the one thing that lacked. Pure."""

import re
from dataclasses import replace

from data.lines.of_office_acts import QUESTIONS, act_of, is_asked
from data.lines.of_office_slots import Slots
from data.lines.wishes import NOTHING, Awaiting, Mode, Reading, Scene, Wish

_YES = re.compile(
    r"(?:(?:dong y|ok|oke|okie|co|dung(?: roi)?|duoc|u|uh|vang|da|xac nhan|nhat tri|chuan|yes|y|lam di"
    r"|gui di|trinh di|trinh|gui|tien hanh|chot"
    r"|roi|luon|het|nhe|a|di|the|N)\s?)+"
)
_NO = re.compile(
    r"^(?:thoi|khong|khoi|huy|de sau|dung|chua|khong can|bo|bo qua|no|cancel|khong phai|nham|de toi "
    r"xem|de minh xem|de do|tu tu|khoan)\b"
)
_LATER = re.compile(r"^(?:thoi|huy|de sau|khoan|bo qua|cancel|khong can|de toi|de minh|tu tu|de xem)\b")
_TO_WHOM = re.compile(r"[UG](?: (?:va )?[UG])* :")
# What is changed in that which was offered: "chỉ các phường thôi", "trừ Lê Lợi".
_CHANGED = re.compile(
    r"(?:(?:chi|rieng|sua|lai|thanh|la|phai|moi|dung|thoi|tru|ra|va|ca|cho|viec|den|ngay|co|duoc|khong|nham) ?"
    r"|[UGNCDP] ?)+"
)
_ONLY_FIRST = re.compile(r"(?:so |chon |cai )?(?:N|1|mot|dau|so 1)(?: di| nhe)?")


def answer(slots: Slots, scene: Scene) -> tuple[str, Wish, Reading] | None:
    """What a line answers: the command with what is known by now, or (with no command) what to do; None for nothing."""
    awaiting = scene.awaiting
    kind = slots.said.kind
    if awaiting is None:
        return _bare_yes(slots, scene)
    if awaiting.lacks is None:
        return _yes_or_no(kind, slots, awaiting)
    if not (kind and awaiting.known) or _is_other(slots, awaiting):
        return None
    in_words = awaiting.lacks in {"text", "ground"}
    if _NO.fullmatch(kind) or _LATER.match(kind) or (_NO.match(kind) and not in_words):
        return "", Wish(""), NOTHING
    return _picked(slots, awaiting) or _completed(slots, awaiting)


def _picked(slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading] | None:
    """One of the choices, by its place."""
    number = re.fullmatch(r"\W*(\d)\W*", slots.said.line)
    if number and awaiting.lacks in {"unit", "text", "ground"} and 0 < int(number[1]) <= len(awaiting.choices):
        chosen = awaiting.choices[int(number[1]) - 1][0]
        return chosen.command, chosen, NOTHING
    return None


def _bare_yes(slots: Slots, scene: Scene) -> tuple[str, Wish, Reading] | None:
    """A bare "đồng ý", where one request for a later day waits, means that and lacks its ground; "không" refuses it."""
    requests = [each for each in scene.waiting if each.command == "gia han"]
    if not requests:
        return None
    if re.fullmatch(
        r"(?:dong y|nhat tri|duyet|ok dong y|chap thuan|toi dong y|minh dong y)(?: cho)?(?: don vi)?(?: roi)?",
        slots.said.kind,
    ):
        return "cho gia han", replace(slots.wish, command="cho gia han"), NOTHING
    if re.fullmatch(r"(?:khong dong y|khong duyet|tu choi|khong chap thuan|khong duoc|khong cho)", slots.said.kind):
        return "khong cho gia han", replace(slots.wish, command="khong cho gia han"), NOTHING
    return None


def _yes_or_no(kind: str, slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading] | None:
    """An answer to what was offered: a number takes the first choice, a yes all that was spelt out."""
    agrees = re.fullmatch(r"dung(?: roi)?", kind) and "đừng" not in slots.said.line.lower()
    if not agrees and _NO.match(kind) and not re.search(r"[UG]", kind):
        return "", Wish(""), NOTHING
    first = awaiting.choices[0] if awaiting.choices else awaiting.known
    number = re.fullmatch(r"\W*(\d)\W*", slots.said.line)
    if number and awaiting.choices and 0 < int(number[1]) <= len(awaiting.choices):
        return "", Wish(""), Reading(Mode.DO, awaiting.choices[int(number[1]) - 1])
    if number and awaiting.choices and int(number[1]) == len(awaiting.choices) + 1:  # "no" stands behind the choices
        return "", Wish(""), NOTHING
    if (_ONLY_FIRST.fullmatch(kind) or _YES.fullmatch(kind)) and (number is None or number[1] == "1") and first:
        return "", Wish(""), Reading(Mode.DO, first)
    if number is None and len(first) == 1 and _CHANGED.fullmatch(kind) and re.search(r"[UGNCDP]", kind):
        return "", Wish(""), Reading(Mode.CONFIRM, (_changed(first[0], slots.wish),))
    return None


def _changed(known: Wish, given: Wish) -> Wish:
    """The wish that was offered, with what a line puts in the place of it."""
    left_out = given.except_units or given.except_tasks
    return replace(
        known,
        tasks=given.tasks or known.tasks,
        units=given.units or (() if given.groups else known.units),
        groups=given.groups or (() if given.units else known.groups),
        day=given.day or known.day,
        period=given.period or known.period,
        counts=given.counts or known.counts,
        except_tasks=given.except_tasks if left_out else known.except_tasks,
        except_units=given.except_units if left_out else known.except_units,
    )


def _is_other(slots: Slots, awaiting: Awaiting) -> bool:
    """Whether a line says something of its own, with a verb of another command."""
    kind = slots.said.kind
    if awaiting.lacks in {"text", "ground"}:
        command = act_of(kind, slots.said.line)
        if command in QUESTIONS and is_asked(kind, slots.said.line):
            return True
        return (
            bool(command)
            and command.rstrip("?") != awaiting.known[0].command
            and bool(
                re.match(
                    r"(?:nhac|don doc|ghi nhan|tinh hinh|qua han|chua bao|tro giup|thong bao|trinh lanh dao|xep hang"
                    r"|cau hoi|xuat)\b",
                    kind,
                )
            )
        )
    return not re.fullmatch(
        r"(?:[UGNODPKC:? ]|\b(?:cho|cua|va|viec|den|ngay|het|la|theo|so|truoc|sang|phuong|xa|don vi|toi"
        r"|ben|thoi|nhe)\b)+",
        kind,
    )


def _completed(slots: Slots, awaiting: Awaiting) -> tuple[str, Wish, Reading]:
    """The wish that was asked about, with what a line gives to it."""
    known, given = awaiting.known[0], slots.wish
    ours = awaiting.lacks not in {"text", "ground"}
    text = "" if ours else slots.said.typed.strip()
    if known.command == "thong bao" and not (known.units or known.groups) and _TO_WHOM.match(slots.said.kind):
        ours, text = True, text.partition(":")[2].strip()
    whole = replace(
        known,
        tasks=(given.tasks if ours else ()) or known.tasks,
        units=(*known.units, *(given.units if ours else ())),
        groups=known.groups or (given.groups if ours else ()),
        day=known.day or given.day,
        period=known.period or given.period,
        document=known.document or given.document,
        document_day=known.document_day or given.document_day,
        counts=known.counts or given.counts,
        text=known.text or text,
    )
    return known.command, whole, NOTHING
