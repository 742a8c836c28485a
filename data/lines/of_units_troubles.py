"""Difficulties that a unit tells of without a task, and those that are over. Pure; of a task they are reports."""

import re

from data.lines.asking import is_asking
from data.lines.clauses import clauses_of
from data.lines.naming import tasks_named, tasks_titled
from data.lines.scenes import own
from data.lines.spoken import SMALL_TALK, Line
from data.lines.wishes import Mode, Reading, Scene, Wish

_LACKED = (
    r"(?:kinh phi|tien|nguoi|can bo|nhan (?:luc|su)|m[aá]y(?: tinh| moc)?|loa|thiet bi|nguon|chuyen mon|huong dan"
    r"|mang"
    r"|co so vat chat)"
)
_MACHINE = (
    r"(?:loa|m[aá]y(?! in\b)|tang am|am ly|ampli|micro|mic|dai|duong day|mang|wifi|man hinh|tram|thiet bi|he thong loa"
    r"|bo phat|dau thu)"
)
_TROUBLE = re.compile(
    rf"\b{_MACHINE}(?: [^ ]+){{0,4}} (?:hỏng|hong|chay|cháy|hu|sap|sập|lỗi|chet|tịt|ngat|mat|mất|truc trac)\b"
    rf"|\bkho (?:cho|voi) (?:phuong|xa|phong|em|don vi|chung em|ben em|minh)\b"
    rf"|\b(?:vuong mac|vuong|kho khan|be tac|tắc(?! duong)|kẹt(?! duong| xe| hop)|tro ngai|truc trac)\b|\b(?:thieu"
    rf"|khong co|chua co|chua duoc cap|het"
    rf"|chua bo tri)(?: du)? {_LACKED}\b|\bbo tay\b|\bqua suc\b|\bkhong xoay (?:duoc|noi|kip)\b"
    r"|\bkhong (?:co )?ai (?:biet (?:lam|cach|viet|dung)|lam\b|thay\b|phu trach|huong dan)\b|\blam khong (?:noi|xue"
    r"|xuể)\b"
)
_OVER = re.compile(
    r"\b(?:het|da het|khong con|khong)(?: (?:con|bi|gap|thay))* (?:vuong mac|vuong|kho khan)(?= (?:nua|roi|gi|viec"
    r"|ve|a)\b|$| ,)"
    r"(?<!khong vuong)|\bkhong (?:con )?vuong nua\b"
    r"|\b(?:vuong mac|vuong|kho khan)\b.*\b(?:da (?:duoc )?(?:het|giai quyet|xu ly|thao|go|khac phuc|on|xong)|het roi"
    r"|xong roi|duoc (?:giai quyet|thao go|xu ly)|khac phuc (?:xong|roi)|on roi)\b"
)
_NOT_OVER = re.compile(r"\b(?:chua|khong phat sinh|khong co)\b|zcnt|zdoc")
# What is asked or done about it, or said of somebody's person.
_NOT_OF_WORK = re.compile(
    r"\b(?:het tien|cho em (?:gap|hoi)|gia han|lui|nghi(?! (?:de|thai san|om|sinh))|ke hoach|van ban|file|mau)\b"
)
_AT_A_LOSS = re.compile(r"\b(?:lam sao|the nao|lam gi|kieu gi)\b(?!.*\b(?:roi|bao|go|ghi)\b)")


def troubled(line: Line, scene: Scene) -> Reading | None:
    """That a difficulty is over is work that goes on; one that names no task is asked which it holds up."""
    said = line.said
    tasks = tasks_named(said, scene)
    clauses = clauses_of(line.marks, scene) if _TROUBLE.search(said) and not tasks.numbers else []
    numbers = tasks.numbers or tuple(number for each in clauses for number in each.named.numbers)
    numbers = numbers or tasks_titled(said, scene)
    if _OVER.search(said) and not _NOT_OVER.search(said) and not is_asking(said):
        mine = tuple(each for each in numbers if own(scene, each))
        wish = Wish("dang lam", mine, text=line.text)
        return Reading(Mode.CONFIRM, (wish,)) if mine else Reading(Mode.ASK, (wish,), "task")
    if numbers and _TROUBLE.search(said) and _AT_A_LOSS.search(said) and any(own(scene, each) for each in numbers):
        return Reading(Mode.CONFIRM, (Wish("vuong", numbers, text=line.text),))
    if numbers or tasks.is_all or not _TROUBLE.search(said) or SMALL_TALK.search(said) or scene.attached:
        return None
    if (
        _NOT_OF_WORK.search(said)
        or _OVER.search(said)
        or re.search(r"zcnt|\bkhong (?:co |gap |con )?(?:vuong|kho khan)", said)
    ):
        return None
    if is_asking(said) and not _AT_A_LOSS.search(said):
        return None
    return Reading(Mode.ASK, (Wish("vuong", text=line.text),), "task")
