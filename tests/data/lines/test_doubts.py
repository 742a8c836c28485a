"""Lines that ask and lines that tell, as they follow a command or stand alone."""

from data.lines.doubts import as_note, asks, is_unfinished
from tests.tables import differing


def test_it_asks() -> None:
    table = [
        "1 chưa em?",
        "12 chưa?",
        "1 chưa em",
        "1 chua",
        "việc 12 chưa ạ",
        "13 dung khong?",
        "13 đúng không em",
        "13 a?",
        "13 gì không em",
        "13 có vướng gì không",
        "13 den dau roi?",
        "13 đến đâu rồi",
        "10 hay chưa",
        "10 phải không ạ",
        "10 thế nào rồi",
        "10 ra sao",
        "10 la bao gio",
        "10 còn gì",
        "12?",
        "?",
        "10 đã gửi. Có cần bản giấy không?",
        "tại sao việc 10 quá hạn",
        "việc 12 xong chưa ạ!",
    ]
    assert differing((text, asks(text), True) for text in table) == []


def test_it_tells() -> None:
    table = [
        "",
        "10",
        "10 rồi nhé",
        "10 số 12/KH-VP",
        "10 https://hungyen.gov.vn/tin?id=5",
        "10 chưa có kinh phí",
        "10 chưa xong phần dự thảo",
        "12 không có tin bài",
        "13 vướng mắc: không",
        "13 kho khan: khong",
        "13 không có gì",
        "13 chua co gi",
        "13 chưa phát sinh",
        "10 đã gửi em nhé",
        "10 ai cũng đã ký",
        "sao y bản chính",
        "1 3 tin 2 bài",
        # Behind "chưa" these are no courtesy.
        "10 chưa được ạ",
        "10 chưa thấy em ạ",
        "10 bản giấy chưa tới",
    ]
    assert differing((text, asks(text), False) for text in table) == []


NOT_DONE = (
    "chưa được", "chua duoc", "chưa", "nhưng chưa ký", "nhung chua ky", "chưa ban hành", "chua trinh",
    "chưa có chữ ký", "số 12/KH-VP nhưng chưa ký", "3 tin, 2 bài chưa đăng", "chưa đủ", "chua xong han",
    "chiều nay", "chieu nay", "chiều nay ạ", "trong ngày mai", "trong ngay mai", "mai", "sáng mai", "ngày kia",
    "tuần sau", "tuan toi", "tháng sau", "vào thứ 6", "vao thu sau", "thứ 6", "trước thứ 2 tuần sau", "cuối tuần",
    "trong tuần", "trong hôm nay", "lát nữa ạ", "sau tết", "em sẽ gửi", "se lam", "sẽ ký vào ngày 20",
    "dự kiến 30/1", "một phần", "1 phan", "80%", "được 80% rồi", "dat 80% khoi luong", "một nửa", "cơ bản",
    "dự thảo", "đã có dự thảo", "còn thiếu phụ lục", "con cho y kien", "chờ duyệt", "cho phe duyet",
    "đang trình ký", "dang lam", "mới được một nửa", "gần hết", "sắp ký", "không được", "khong kip",
    "không thể làm", "không hoàn thành", "vướng kinh phí", "không thực hiện được", "phần đầu", "tạm ổn",
    "chưa xong đâu anh ạ", "còn chờ chữ ký chủ tịch", "nhưng còn thiếu phụ lục", "chua co chu ky", "mai em nop",
    "trong tuần này ạ", "vào thứ 6", "den thu 5 tuan sau", "được 70% rồi", "khoang 50 phan tram",
    "đang trình lãnh đạo ký", "dang cho phe duyet", "sẽ gửi vào đầu tuần sau", "se hoan thanh truoc ngay 20",
    "không kịp rồi anh", "cơ bản", "chờ lãnh đạo duyệt", "chờ ban hành", "tạm", "bước đầu", "đâu",
    "nhưng còn văn bản triển khai", ", trình chủ tịch ký", "số 12/KH-VP, chưa ký", ", gia han 11 30/6 do chờ",
    "tối nay em làm", "mới được bản dự thảo", "cuối tháng em báo",
    "nửa chừng thì vướng kinh phí",
)  # fmt: skip
DONE = (
    "chuẩn bị hội trường",
    "số 12/KH-VP, chưa gửi bản giấy", "số 12/KH-VP ngày 30/1, mai gửi bản giấy", ", ngày mai em gửi bản giấy",
    "da gui cho lanh dao", "số 12/KH-VP đã trình chủ tịch ký ban hành", "sáng mai gửi bản gốc",
    "", "số 12/KH-VP", "số 12/KH-VP ngày 30/01/2023", "3 tin 2 bài", "3 tin, chưa có phản ánh",
    "3 tin chua co phan anh", "chưa phát sinh", "không phát sinh kinh phí", "không có vướng mắc",
    "chưa có khó khăn gì", "văn bản số 12/KH-VP, chưa có kinh phí phát sinh", "đã gửi chiều nay",
    "da nop chieu nay", "đã nộp bản giấy", "sáng nay", "hôm qua", "hôm nay", "3 tin trong tuần",
    "số 12/KH-VP ký chiều nay", "em gửi văn bản sau", "em gui ban scan sau a", "bản giấy mai em nộp",
    "3 tin, sẽ tiếp tục tuyên truyền", "đăng 3 tin", "dang 3 tin", "tại chùa Côn Sơn", "sắp xếp lại bộ máy",
    "gần 300 người", "100%", "95% hồ sơ trực tuyến", "đạt 98% hồ sơ", "cho 20 hộ chưa có thẻ", "đã đóng dấu",
    "gửi cho lãnh đạo", "gui cho ubnd", "dân tộc thiểu số", "12 băng rôn", "không phát hiện vi phạm",
    "tờ trình dự thảo số 7/TTr-VP", "chưa kể 2 tin trên Zalo", "2 lớp tháng 1", "3 tin, tuần sau đăng tiếp",
    "đang duy trì chuyên trang", "ghi chú: nhưng chưa ký", "ghi chu: chieu nay", "không quá hạn hồ sơ nào",
    "mời 30 đại biểu", "nhưng muộn 1 ngày", "đã gửi bản giấy chiều nay", "3 tin 1 bài, chưa phát sinh vướng mắc",
    "số 12/KH-VP ngày 12/01/2023, chưa có kinh phí phát sinh", "khong co vuong mac",
    "đã tổ chức 2 lớp cho 40 người", "da tuyen truyen cho cac ho dan", "phát 12 băng rôn trong tháng",
    "em gửi ảnh sau ạ", "bản giấy chiều nay em nộp", "đăng 3 tin, sẽ tiếp tục tuyên truyền",
    "dang 3 tin tren cong thong tin", "đã trình UBND thành phố", "không phát sinh kinh phí",
    "gần 300 người tham gia", "15 tin, bài; 100% hồ sơ trực tuyến", "đạt 95% hồ sơ đúng hạn",
    "theo chỉ đạo của chủ tịch, đã ký ban hành", "mai táng phí đã niêm yết", "còn hạn dùng đến 2025",
    "da lap bao cao so 7/BC-VP",
)  # fmt: skip


def test_it_is_not_done() -> None:
    assert differing((note, is_unfinished(note), True) for note in NOT_DONE) == []


def test_it_is_a_result() -> None:
    assert differing((note, is_unfinished(note), False) for note in DONE) == []


def test_the_command_may_tell_that_it_is_past() -> None:
    assert not is_unfinished("chiều nay", past=True)
    assert is_unfinished("chưa ký", past=True)
    assert is_unfinished("chiều mai", past=True)


def test_words_that_are_a_note() -> None:
    table = [
        ("ghi chú: nhưng chưa ký", "nhưng chưa ký"),
        ("Ghi chu : 80%", "80%"),
        ("ghi chú họp", "ghi chú họp"),
        ("", ""),
    ]
    assert differing((note, as_note(note), expected) for note, expected in table) == []
