"""A message that is changed after it made a report: its new words correct that report, or say what to type instead."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import attachments
from data.model import Confirmation, Evidence
from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of
from tests.building import dump

KEPT = "Tin đã được tiếp nhận theo nội dung gửi lần đầu; nội dung sửa sau đó không được ghi nhận.\n"
CORRECTED = "Đã sửa báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 12, quý I theo tin vừa sửa."
GONE = "Báo cáo việc 12 gửi bằng tin này không còn hiệu lực, nên nội dung sửa không được ghi nhận."
ONE = "Đã sửa báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10 theo tin vừa sửa."


def not_taken(number: str) -> str:
    return f"{KEPT}Để điều chỉnh, đề nghị đồng chí gửi tin mới; để rút báo cáo, gõ: bao nham {number}"


def said(play: Play, text: str, *, chat: str = "VP", message: str = "7", **more: object) -> str:
    return "\n---\n".join(reply.text for reply in play.type(chat, text, message=message, **more).replies)


def edited(play: Play, text: str, *, chat: str = "VP", message: str = "7", **more: object) -> str:
    return said(play, text, chat=chat, message=message, edited=True, **more)


def standing(play: Play) -> list[tuple[str, list[str]]]:
    """What each report says, with what is behind it; no message makes two of them."""
    with play.conversation.store.transaction() as session:
        rows = session.exec(select(Confirmation).order_by(col(Confirmation.id))).all()
        behind = session.exec(select(Evidence).order_by(col(Evidence.id))).all()
        return [(row.note, [each.value for each in behind if each.confirmation_id == row.id]) for row in rows]


def test_the_counts_are_corrected_and_the_record_keeps_both(play: Play) -> None:
    said(play, "xong 12 3 tin")
    assert edited(play, "xong 12 5 tin 1 bài") == f"{CORRECTED}\nKết quả: 5 tin 1 bài.\nTrước khi sửa: 3 tin."
    assert standing(play) == [("5 tin 1 bài", [])]
    trail = said(play, "nhat ky 12", chat="noi-vu").splitlines()
    assert trail[-2].endswith("(chưa báo → đã báo; 3 tin)")
    assert trail[-1].endswith("sửa báo cáo, quý I – Văn phòng HĐND-UBND thành phố (“3 tin” → “5 tin 1 bài”)")


def test_the_document_is_corrected_and_what_else_is_behind_it_stays(play: Play) -> None:
    said(play, "xong 10 số 15/KH-VP ngày 10/01/2023")
    said(play, "minh chung 10 số 9/TB-VP", message="8")
    assert edited(play, "xong 10 số 16/KH-VP ngày 10/01/2023") == (
        f"{ONE}\nMinh chứng: văn bản số 9/TB-VP, văn bản số 16/KH-VP ngày 10/01/2023.\n"
        "Trước khi sửa: số 15/KH-VP ngày 10/01/2023."
    )
    assert standing(play) == [
        ("số 16/KH-VP ngày 10/01/2023", ["số 9/TB-VP", "số 16/KH-VP ngày 10/01/2023"]),
    ]


def test_what_was_left_out_is_put_in_and_corrected_again(play: Play) -> None:
    said(play, "xong 12")
    assert edited(play, "xong 12 3 tin") == f"{CORRECTED}\nKết quả: 3 tin."
    assert edited(play, "xong 12: 3 tin ạ") == ""
    assert edited(play, "xong 12 4 tin") == f"{CORRECTED}\nKết quả: 4 tin.\nTrước khi sửa: 3 tin."
    assert standing(play) == [("4 tin", [])]


SAME = [
    "xong 12 3 tin 2 bài",
    "Xong 12:  3 tin, 2 bài.",
    "xong 12 3 tin 2 bài ạ",
    "Dạ em xong 12 3 tin 2 bài nhé",
    "xong 12 3 tin 2 bài 👍",
    "xong\u200b 12 3 tin 2 bài\u2060",
    "xong 12 3 tin, 2 bài\n",
]


@pytest.mark.parametrize("text", SAME)
def test_the_same_words_are_silence(play: Play, text: str) -> None:
    said(play, "xong 12 3 tin 2 bài")
    assert edited(play, text) == ""
    assert standing(play) == [("3 tin 2 bài", [])]


OTHERWISE = [
    "xong 13 3 tin",
    "xong 12 13 5 tin",
    "xong 12 3 tin; 13: 5 tin",
    "bao nham 12",
    "khong phat sinh 12",
    "xong 12",
    "xong",
    "xong 12 quý 2 5 tin",
    "xong 12 chưa?",
    "chưa xong 12",
    "việc 12 mai em báo 5 tin",
    "dang lam 12 5 tin",
    "vuong 12 chưa có kinh phí",
    "xong 12 5 tin nhưng chưa đăng",
    "mai mới xong 12 5 tin",
    "gần xong 12, được 5 tin",
    "xong 12 … tin … bài",
    "hủy",
    "xóa giúp em tin này",
    "việc 12 chưa xong, em báo nhầm",
    "P-LL xong 12 5 tin",
    "viec 12",
    "xong 12 mai đăng 5 tin",
    "5",
    "1",
    "cái này là sao",
    "cảm ơn em",
]


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_is_no_correction_says_what_to_type_and_changes_nothing(play: Play, text: str) -> None:
    said(play, "xong 12 3 tin")
    assert edited(play, text) == not_taken("12")
    assert standing(play) == [("3 tin", [])]
    assert (
        said(play, "viec 13", message="9")
        .splitlines()[-1]
        .endswith("chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)")
    )


def test_each_of_several_reports_is_corrected_by_itself(play: Play) -> None:
    said(play, "xong 12 3 tin; 13 2 bài")
    assert edited(play, "xong 12 3 tin; 13 4 bài") == (
        "Đã sửa báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 13, quý I theo tin vừa sửa.\n"
        "Kết quả: 4 bài.\nTrước khi sửa: 2 bài."
    )
    assert edited(play, "xong 12 3 tin").startswith(KEPT)
    assert standing(play) == [("3 tin", []), ("4 bài", [])]


def test_one_product_of_several_is_corrected_and_not_taken_for_another(play: Play) -> None:
    said(play, "xong 10 ke hoach số 15/KH-VP")
    assert edited(play, "xong 10 ke hoach số 16/KH-VP").startswith(ONE)
    assert edited(play, "xong 10 van ban trien khai số 17/KH-VP") == not_taken("10")
    assert [note for note, _ in standing(play)] == ["số 16/KH-VP"]


def test_plain_words_correct_what_was_recorded_on_a_yes_to_them(play: Play) -> None:
    assert said(play, "v12 3 tin 2 bai").startswith("Chưa ghi nhận gì.")
    assert said(play, "1", message="8").startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I")
    assert edited(play, "v12 3 tin 2 bai a") == ""
    assert edited(play, "v12 5 tin 2 bai") == f"{CORRECTED}\nKết quả: 5 tin, 2 bài.\nTrước khi sửa: 3 tin, 2 bài."
    assert edited(play, "việc 12: 6 tin 2 bài ạ").startswith(f"{CORRECTED}\nKết quả: 6 tin, 2 bài.")
    assert edited(play, "v13 5 tin 2 bai") == not_taken("12")
    assert standing(play) == [("6 tin, 2 bài", [])]


def test_an_answer_to_our_question_is_corrected_by_its_count_alone(play: Play) -> None:
    said(play, "xong 12")
    said(play, "bo sung 12 3 tin", message="8")
    assert edited(play, "4 tin", message="8") == f"{CORRECTED}\nKết quả: 4 tin.\nTrước khi sửa: 3 tin."
    assert standing(play) == [("4 tin", [])]


def test_what_did_nothing_is_acted_on_as_it_reads_now(play: Play) -> None:
    assert said(play, "viec 10").startswith("Ban hành")
    assert edited(play, "xong 12 3 tin").startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I")
    assert edited(play, "xong 12 4 tin") == f"{CORRECTED}\nKết quả: 4 tin.\nTrước khi sửa: 3 tin."


def test_what_did_something_else_is_done_anew_by_a_new_message(play: Play) -> None:
    said(play, "vuong 11 chưa có kinh phí")
    assert edited(play, "vuong 11 chưa có kinh phí ạ.") == ""
    assert edited(play, "vuong 11 thiếu người") == f"{KEPT}Để điều chỉnh, đề nghị đồng chí gửi tin mới."


def test_what_is_accepted_taken_back_or_sent_back_is_corrected_no_more(play: Play) -> None:
    said(play, "xong 12 3 tin")
    said(play, "bao nham 12", message="8")
    assert edited(play, "xong 12 4 tin") == f"{GONE}\nĐể báo lại, đề nghị đồng chí gửi tin mới: xong 12 … tin … bài"
    said(play, "xong 12 3 tin", message="9")
    assert edited(play, "xong 12 4 tin") == GONE
    said(play, "ghi nhan 12 VP", chat="noi-vu", message="8")
    assert edited(play, "xong 12 4 tin", message="9") == (
        "Báo cáo việc 12 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ."
    )
    assert [note for note, _ in standing(play)] == ["3 tin", "3 tin"]


def test_noi_vu_corrects_its_own_report_and_nobody_that_of_others(play: Play) -> None:
    said(play, "xong 12 3 tin", chat="noi-vu")
    assert edited(play, "xong 12 4 tin", chat="noi-vu").startswith("Đã sửa báo cáo của Phòng Nội vụ đối với việc 12")
    assert edited(play, "xong 12 VP 4 tin", chat="noi-vu") == not_taken("12")
    assert edited(play, "xong 12 4 tin", chat="P-LL").startswith("Đã ghi nhận UBND phường Lê Lợi báo kết quả")


def test_in_a_group_who_hides_their_name_corrects_nothing(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    said(play, "xong 12 3 tin", chat="nhom/lan")
    assert edited(play, "xong 12 4 tin", chat="nhom/an-danh").startswith("Hệ thống phải ghi được tên người báo.")
    assert edited(play, "xong 12 4 tin", chat="nhom/lan") == f"{CORRECTED}\nKết quả: 4 tin.\nTrước khi sửa: 3 tin."


def test_what_is_sent_back_is_reported_by_a_new_message(play: Play) -> None:
    said(play, "xong 12 3 tin")
    said(play, "tra lai 12 VP thiếu số văn bản", chat="noi-vu", message="8")
    assert edited(play, "xong 12 4 tin").startswith(GONE)


def test_the_words_of_a_photo_are_corrected_and_the_photo_stays(play: Play, tmp_path: Path) -> None:
    photo = attachments.put(tmp_path, "anh.jpg", b"a photo", "xong 12 3 tin")
    said(play, "xong 12 3 tin", file=photo, other="photo")
    assert edited(play, "xong 12 4 tin, https://hungyen.gov.vn/tin/4").splitlines()[1] == (
        "Kết quả: 4 tin. Minh chứng: ảnh “anh.jpg”, https://hungyen.gov.vn/tin/4"
    )
    assert standing(play) == [
        ("4 tin, https://hungyen.gov.vn/tin/4", ["anh.jpg", "https://hungyen.gov.vn/tin/4"]),
    ]


def test_in_reply_to_a_reminder_of_one_task_it_need_not_be_named(play: Play) -> None:
    sent = Sent()
    for day in ("2023-01-11", "2023-01-17"):
        morning_of(play, sent, day)
    digest = sent.last("VP")
    first = said(play, "xong số 15/KH-VP", answered=digest)
    assert first.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert edited(play, "xong số 16/KH-VP", answered=digest).startswith(ONE)


def test_what_a_message_did_is_kept_without_its_words(play: Play) -> None:
    said(play, "xong 12 3 tin đăng Cổng TTĐT")
    edited(play, "xong 12 4 tin đăng Cổng TTĐT")
    assert "TTĐT" not in str(dump(play.conversation.store)["received"])
