"""More ways in which the coordinator types what is wanted on 20/03/2023, by what they have in common; as tables.

Behind " / " stands what is typed after it; in “ ” the words that belong to what is wanted.
"""

from tests.data.lines.office_corpus import reading_of
from tests.data.lines.reading import said_in_full
from tests.tables import differing

CHAT = {"as": "NV", "role": "coordinator", "at": "2023-03-20T08:10"}
# Who is called by name, and who speaks for a unit.
PERSONS = [
    ("báo cáo anh Hùng các đơn vị chậm", "confirm trinh lanh dao"),
    ("gửi anh Hùng danh sách quá hạn", "confirm trinh lanh dao"),
    ("chuyển bác Hùng xem danh sách chậm", "confirm trinh lanh dao"),
    ("trình đ/c Nguyễn Văn Tuấn báo cáo quý 1", "confirm trinh lanh dao 2023-Q1"),
    ("anh Hùng đồng ý cho VP gia hạn việc 10 rồi", "confirm cho gia han 10 VP 31/03 “anh Hùng đồng ý”"),
    ("sếp ok cho VP lùi rồi", "confirm cho gia han 10 VP 31/03 “sếp ok”"),
    ("cho gia han 10 VP / anh Hùng đồng ý rồi", "do cho gia han 10 VP 31/03 “anh Hùng đồng ý rồi”"),
    ("chị Hà Lê Lợi báo việc 13 xong", "confirm bao thay 13 P-LL"),
    ("nhắn chị Lan bên Tư pháp gọi cho chị", "confirm thong bao TUPHAP “gọi cho chị”"),
    ("mời anh Tuấn phó chủ tịch", "do moi"),
    ("gửi anh bản word", "tell xuat bao cao"),
    ("gửi ảnh Trung Nghĩa", "tell xem anh X-TN"),
    ("VP hoãn mãi rồi, không cho nữa", "confirm khong cho gia han 10 VP"),
]
# Units and tasks by short and odd names.
NAMES = [
    ("LL thế nào r", "tell tinh hinh P-LL"),
    ("bên đài báo việc 5 phát được 12 lượt", "confirm bao thay 5 TTVHTT 12 lượt"),
    ("bên thuế vào chưa", "tell danh sach chat CCT"),
    ("nhắc phường an tỏa việc 12", "confirm don doc 12 P-AT"),
    ("việc 12 các xã làm sao rồi", "tell tinh hinh 12 G-PX"),
    ("tìm số điện thoại UBND tỉnh", "leave"),
    ("cấp mã mới cho An Tảo vì đổi cán bộ", "confirm moi P-AT"),
    (
        "các phường xã thống kê máy tính gửi chị trước thứ 4",
        "confirm giao viec G-PX 21/03 “thống kê máy tính gửi chị”",
    ),
    (
        "nhiệm vụ phát sinh: kiểm tra bộ phận một cửa, giao VP, hạn 20/4",
        "confirm giao viec VP 20/04 “kiểm tra bộ phận một cửa, giao VP”",
    ),
    ("3 phường chậm nhất", "tell xep hang G-PX"),
    ("đặt hạn việc III.9.1 15/6", "ask task: dat han 15/06"),
    ("gia hạn III.9.1 đến 31/3", "ask task: cho gia han 31/03"),
    ("chấp nhận 3 báo cáo của Trung Nghĩa", "confirm ghi nhan X-TN"),
    ("sản phẩm 11 báo cáo", "do san pham 11 “báo cáo”"),
    (
        "nhắn riêng 3 xã Trung Nghĩa, Liên Phương, Hồng Nam gửi ảnh bộ phận một cửa",
        "confirm thong bao X-TN X-LP X-HNA “gửi ảnh bộ phận một cửa”",
    ),
    ("nội vụ làm xong 4", "do xong 4 “làm xong 4”"),
    ("việc năm nay thế nào", "tell tinh hinh 2023"),
    ("việc mười lăm thế nào", "tell tinh hinh 15"),
    ("tinhf hinhf quys 1", "tell tinh hinh 2023-Q1"),
]
# What is put off, taken back, done already or depends on something is not done.
PUT_OFF = [
    ("khoan ghi nhận việc 14", "leave"),
    ("để chị xem rồi ghi nhận việc 14 sau", "leave"),
    ("mai ghi nhận việc 14", "leave"),
    ("đã ghi nhận việc 14", "leave"),
    ("ghi nhận nhầm việc 14 rồi", "leave"),
    ("nếu KT gửi đủ thì ghi nhận việc 14", "leave"),
    ("ghi nhận việc 14 khi nào có số liệu", "leave"),
    ("ghi nhận việc 14 thì sao", "tell tinh hinh 14"),
    ("nhắc VP rồi mà", "leave"),
    ("chưa cần nhắc VP", "leave"),
    ("đừng nhắc VP việc 10", "decline"),
    ("không đặt hạn việc 11 30/6", "leave"),
    ("đừng trả lại việc 1 Lê Lợi", "leave"),
    ("trả lại việc 1 của Lê Lợi hay ghi nhận", "tell tinh hinh 1 P-LL"),
    ("cho gia han 10 VP nếu có công văn 15/UBND", "leave"),
    ("xong việc 2 thì làm việc 4", "leave"),
    ("việc 12 sẽ có 2 tin", "confirm dang lam 12 “sẽ có 2 tin”"),
    ("câu 3 đồng ý chưa", "leave"),
    ("đừng trình lãnh đạo", "leave"),
    ("đừng bàn giao việc P-QT cho P-LL", "leave"),
    ("Lê Lợi xong việc 13 thì báo chị", "leave"),
    ("Lê Lợi nói việc 13 không phải của họ", "leave"),
]
# A report that will not do, and one that will.
RETURNED = [
    ("không đồng ý báo cáo việc 3 của VHTT", "ask text: tra lai 3 VHTT"),
    ("không thông qua việc 14", "ask text: tra lai 14 KT"),
    ("bác báo cáo việc 14", "ask text: tra lai 14 KT"),
    ("từ chối báo cáo việc 3 của VHTT", "ask text: tra lai 3 VHTT"),
    ("hoàn trả báo cáo việc 14 KT", "ask text: tra lai 14 KT"),
    ("đẩy lại cho Lê Lợi việc 1", "ask text: tra lai 1 P-LL"),
    ("Trung Nghĩa thiếu link việc 13", "confirm tra lai 13 X-TN “thiếu link việc 13”"),
    ("tra lai 1 P-LL / ai chưa báo", "tell chua bao"),
    ("báo cáo Trung Nghĩa ổn, cho qua", "confirm ghi nhan X-TN"),
    ("việc 14 của KT đạt", "confirm ghi nhan 14 KT"),
    ("nhận báo cáo việc 3 của VHTT", "confirm ghi nhan 3 VHTT"),
    ("cho Trung Nghĩa qua hết", "confirm ghi nhan X-TN"),
    ("duyệt hết / trừ Lê Lợi", "confirm ghi nhan -P-LL"),
    ("ghi nhan / Lê Lợi trước", "confirm ghi nhan P-LL"),
]
# Leave for a later day, its refusal, and a day that moves.
LATER = [
    ("khỏi gia hạn, làm ngay việc 10 đi", "confirm khong cho gia han 10 VP"),
    ("không lùi gì hết, việc 10 làm luôn", "confirm khong cho gia han 10 VP"),
    ("không chấp nhận lý do của VP", "confirm khong cho gia han 10 VP"),
    ("thôi không cho lùi nữa đâu", "confirm khong cho gia han 10 VP"),
    ("bảo VP là không được lùi", "confirm khong cho gia han 10 VP"),
    ("việc 10 cho VP làm đến 31/3", "ask ground: cho gia han 10 VP 31/03"),
    ("cho Lê Lợi nộp việc 13 muộn 2 ngày", "ask ground: cho gia han 13 P-LL 22/03"),
    ("ok cho VP nhé", "ask ground: cho gia han 10 VP 31/03"),
    (
        "lùi việc 9 sang tháng 11 theo công văn số 40/UBND-NV",
        "confirm dat han 9 30/11 40/UBND-NV “công văn số 40/UBND-NV”",
    ),
    ("chuyển việc 10 sang 15/4 theo chỉ đạo của Chủ tịch", "confirm dat han 10 15/04 “chỉ đạo của Chủ tịch”"),
    ("rút hạn việc 9 xuống 30/9", "ask ground: dat han 9 30/09"),
    ("cuối tháng 6 xong việc 2", "confirm dat han 2 30/06"),
    ("dat han 2 15/2/2023", "ask day: dat han 2"),
    ("dat han 2 / việc 11", "ask day: dat han 11"),
]
# Urging and notices.
SENT = [
    ("đôn đốc hết đi", "confirm don doc tat-ca"),
    ("nhắc cả lũ", "confirm don doc tat-ca"),
    ("nhắc hết các đơn vị chưa báo", "confirm don doc tat-ca"),
    ("nhắc riêng từng đơn vị", "confirm don doc tat-ca"),
    ("qua han / gửi nhắc luôn đi", "confirm don doc 10"),
    ("bảo VP nộp ngay", "confirm don doc VP"),
    ("yêu cầu VP hoàn thành việc 10 trước 25/3", "confirm don doc 10 VP 24/03"),
    ("đôn đốc tất cả / chỉ các phường thôi", "confirm don doc G-PX"),
    ("đôn đốc tất cả / trừ Lê Lợi", "confirm don doc tat-ca -P-LL"),
    (
        "thông báo mời họp giao ban 8h thứ 6 tới các phường, xã",
        "confirm thong bao G-PX 24/03 “mời họp giao ban 8h thứ 6”",
    ),
    ("thông báo hoãn họp sáng mai cho các phường", "confirm thong bao G-PX 21/03 “hoãn họp sáng mai”"),
    ("phổ biến tới các đơn vị: dùng mẫu mới", "confirm thong bao tat-ca “dùng mẫu mới”"),
    ("hỏi Lê Lợi xem bao giờ nộp", "confirm thong bao P-LL “xem bao giờ nộp”"),
    ("thong bao / các phường: mai họp", "confirm thong bao G-PX 21/03 “mai họp”"),
    ("notify all wards: meeting tomorrow at 8", "confirm thong bao G-PX “meeting tomorrow at 8”"),
    ("nhắn tin cho VP", "ask text: thong bao VP"),
]
# What a unit has told the office.
TOLD_OF_UNITS = [
    ("nhập hộ xã Bảo Khê: việc 1 3 tin, việc 12 1 tin", "confirm bao thay 1 X-BK 3 tin; bao thay 12 X-BK 1 tin"),
    (
        "Lê Lợi: việc 13 2 tin, việc 12 không phát sinh",
        "confirm bao thay 13 P-LL 2 tin; bao thay 12 P-LL “không phát sinh”",
    ),
    ("Trung Nghĩa việc 1 5 tin, Lê Lợi 3 tin", "confirm bao thay 1 X-TN 5 tin; bao thay 1 P-LL 3 tin"),
    ("Trung Nghĩa việc 1 5 tin, Lê Lợi việc 12 3 tin", "confirm bao thay 1 X-TN 5 tin; bao thay 12 P-LL 3 tin"),
    ("Lê Lợi mai nộp việc 13", "confirm bao thay 13 P-LL “đang làm: mai nộp việc 13”"),
    ("VP bảo tuần sau nộp việc 10", "confirm bao thay 10 VP “đang làm: bảo tuần sau nộp việc 10”"),
    ("VP chưa làm được việc 10 vì thiếu người", "confirm bao thay 10 VP “vướng: chưa làm được việc 10 vì thiếu người”"),
    ("VP kêu khó việc 10", "confirm bao thay 10 VP “vướng: kêu khó việc 10”"),
    ("KT báo không làm kịp việc 15", "confirm bao thay 15 KT “vướng: báo không làm kịp việc 15”"),
    ("Lê Lợi sắp xong việc 13", "confirm bao thay 13 P-LL “đang làm: sắp xong việc 13”"),
    ("đánh dấu xong việc 13 cho Hiến Nam", "confirm bao thay 13 P-HN"),
    ("Lê Lợi xong việc 13 2 tin / 3 tin", "confirm bao thay 13 P-LL 3 tin"),
    (
        "bảo Tư pháp cứ làm việc 7 bằng file điện tử, khỏi in",
        "confirm go vuong 7 TUPHAP “cứ làm việc 7 bằng file điện tử, khỏi in”",
    ),
]
# Questions.
ASKED = [
    ("cộng giúp số lượt phát thanh", "tell tinh hinh"),
    ("tính giúp có bao nhiêu pano", "tell tinh hinh"),
    ("phường Lê Lợi ai đang nhận tin", "tell danh sach chat P-LL"),
    ("số liên lạc Lê Lợi", "tell danh sach chat P-LL"),
    ("tin gửi lỗi ở đâu", "tell giao nhan"),
    ("sáng nay bot nhắc những ai", "tell giao nhan"),
    ("ai cần nhắc", "tell chua bao"),
    ("việc 1 còn ai", "tell chua bao 1"),
    ("đơn vị nào chưa có gì quý I", "tell chua bao 2023-Q1"),
    ("xã nào nợ việc 12", "tell chua bao 12 G-PX"),
    ("việc 10 sao chưa xong", "tell tinh hinh 10"),
    ("việc 10 chậm bao lâu rồi", "tell qua han 10"),
    ("hạn gần nhất là gì", "tell sap den han"),
    ("hạn nộp quý 2", "tell han 2023-Q2"),
    ("10 ngày tới có việc gì", "tell sap den han 30/03"),
    ("tháng 4 có hạn gì k", "tell sap den han 2023-04"),
    ("tài liệu kèm theo việc 14", "tell xem anh 14"),
    ("đề xuất phương án xử lý", "leave"),
    ("kế hoạch sửa đổi thì làm thế nào", "tell tro giup"),
    ("có ai gửi báo cáo lên không", "tell ghi nhan"),
    ("danh sách việc", "tell tinh hinh"),
    ("mọi việc ổn không", "tell tinh hinh"),
    ("lương tháng này có chưa", "leave"),
    ("đặt xe đi Hà Nội sáng mai 5h", "leave"),
    ("chua bao 1 / riêng các phòng thôi", "tell chua bao 1 G-PBDV"),
    ("tinh hinh P-LL / việc 13 thì sao", "tell tinh hinh 13 P-LL"),
    ("which communes are behind", "tell chua bao G-PX"),
    ("did VP get the message", "tell giao nhan VP"),
]
# The plan, its units and duties.
CHANGED = [
    (
        "ngày 11/01/2022 là ghi nhầm, đúng là 2023",
        "confirm tra loi cau hoi 11/01 “ngày 11/01/2022 là ghi nhầm, đúng là 2023”",
    ),
    (
        "kế hoạch ghi sai ngày, đúng ra là 11/01/2023",
        "confirm tra loi cau hoi 11/01 “kế hoạch ghi sai ngày, đúng ra là 11/01/2023”",
    ),
    ("giao Lê Lợi làm báo cáo chuyển đổi số trước 25/3", "confirm giao viec P-LL 24/03 “làm báo cáo chuyển đổi số”"),
    ("giao đột xuất cho Tư pháp: góp ý dự thảo", "confirm giao viec TUPHAP “góp ý dự thảo”"),
    (
        "bổ sung nhiệm vụ rà soát văn bản cho tư pháp hạn 30/4",
        "confirm giao viec TUPHAP 30/04 “rà soát văn bản cho tư pháp”",
    ),
    ("bổ sung Đoàn thanh niên phối hợp việc 13", "confirm phoi hop 13 DTN"),
    ("việc 13 cần kèm ảnh", "confirm san pham 13 “cần kèm ảnh”"),
    ("việc của Y tế chuyển hết cho VP", "confirm ban giao YT VP"),
    ("chuyển toàn bộ việc của P-QT về P-LL", "confirm ban giao P-QT P-LL"),
    ("thêm chi cục thuế vào nhóm", "confirm moi CCT"),
]

# Those who owe are named first; a notice, an acceptance, a return in other words; what was asked about just now.
NEAR = [
    ("ai chưa nộp thì nhắc hết", "confirm don doc"),
    ("đơn vị nào chưa báo thì đôn đốc luôn", "confirm don doc"),
    ("xã nào chưa có báo cáo việc 12 thì nhắc", "confirm don doc 12 G-PX"),
    ("những đơn vị chưa nộp nhắc giúp chị", "confirm don doc tat-ca"),
    ("nhắc hết những ai chưa nộp", "confirm don doc"),
    ("ai quá hạn nhắc hết nhé", "confirm don doc"),
    ("gửi tin nhắc cho mấy xã chưa nộp", "confirm don doc G-PX"),
    ("don doc 1 phuong xa tru P-LL X-TN", "do don doc 1 G-PX -P-LL -X-TN"),
    ("việc 12 nhắc lần 2 các xã phường, Trung Nghĩa báo rồi thì thôi", "confirm don doc 12 G-PX -X-TN"),
    ("tiếp nhận toàn bộ báo cáo của Trung Nghĩa", "confirm ghi nhan X-TN"),
    ("cho qua việc 14", "confirm ghi nhan 14"),
    ("đã kiểm tra báo cáo Trung Nghĩa việc 13, đạt", "confirm ghi nhan 13 X-TN"),
    ("tra lai 1 X-QC chua ro dang o dau", "do tra lai 1 X-QC “chua ro dang o dau”"),
    ("Liên Phương xong 1, 12, 13 mỗi việc 2 tin", "confirm bao thay 1 12 13 X-LP 2 tin"),
    (
        "việc 2 dự thảo kế hoạch xong rồi, đang trình ký",
        "confirm dang lam 2 “dự thảo kế hoạch xong rồi, đang trình ký”",
    ),
    ("việc 14 chỉ cần báo cáo, không cần kế hoạch", "confirm san pham 14 “chỉ cần báo cáo, không cần kế hoạch”"),
    (
        "thông tin tới tất cả: 8h sáng thứ hai họp trực tuyến",
        "confirm thong bao tat-ca 27/03 “8h sáng thứ hai họp trực tuyến”",
    ),
    ("gửi lời tới các phường xã: nộp báo cáo trước 25/3", "confirm thong bao G-PX 25/03 “nộp báo cáo trước 25/3”"),
    ("viết cho các phường: nhớ nộp đúng hạn", "confirm thong bao G-PX “nhớ nộp đúng hạn”"),
    (
        "kinh phí việc 7 trả lời Tư pháp: dùng nguồn phổ biến pháp luật",
        "confirm go vuong 7 TUPHAP “dùng nguồn phổ biến pháp luật”",
    ),
    (
        "tư pháp kêu khó việc 7, báo họ chờ kinh phí quý 2",
        "confirm go vuong 7 TUPHAP 2023-Q2 “kêu khó việc 7, báo họ chờ kinh phí quý 2”",
    ),
    ("lãnh đạo hỏi rồi, đẩy báo cáo lên", "confirm trinh lanh dao"),
    ("trình lên thì lãnh đạo thấy những gì", "tell trinh lanh dao"),
    ("chị sắp nghỉ, giao hết việc theo dõi cho anh Nam", "ask unit: ban giao"),
    ("việc 14 thế nào / ghi nhận đi", "confirm ghi nhan 14"),
    ("Minh Khai thế nào / nhắc họ việc 1", "confirm don doc 1 P-MK"),
    ("Trung Nghĩa báo gì / trả lại việc 12 vì thiếu số", "confirm tra lai 12 X-TN “thiếu số”"),
    ("việc gì trễ rồi em", "tell qua han"),
    ("có gì trễ không", "tell qua han"),
    ("có việc nào lỡ hạn không", "tell qua han"),
    ("xếp thứ tự các phường", "tell xep hang G-PX"),
    ("ai nộp đầu tiên", "tell xep hang"),
    ("thứ hạng của Lê Lợi", "tell xep hang P-LL"),
    ("việc nào gấp nhất", "tell sap den han"),
    ("bên truyền thanh làm đc gì chưa", "tell tinh hinh TTVHTT"),
    ("bên môi trường báo gì chưa", "tell tinh hinh TNMT"),
    ("nơi nào đã hoàn thành quý I rồi", "tell tinh hinh 2023-Q1"),
    ("Minh Khai đã gửi gì chưa", "tell tinh hinh P-MK"),
    ("việc 11 hệ thống hỏi gì đấy", "tell cau hoi 11"),
    ("phòng mình chủ trì việc nào", "tell viec cua toi"),
    ("ngoài kế hoạch mình đã giao thêm việc gì chưa", "tell viec ngoai bang"),
    ("tư pháp ai đang dùng zalo này", "tell danh sach chat TUPHAP"),
    ("cho xem sản phẩm Quảng Châu gửi việc 1", "tell xem anh 1 X-QC"),
    ("đ/c Tuấn hỏi việc 10", "tell tinh hinh 10"),
    ("bot làm được những gì", "tell tro giup"),
    ("hôm nay bận thế", "leave"),
    ("asdf gh", "leave"),
    ("đợi lãnh đạo đồng ý mới cho VP lùi", "leave"),
    ("chưa đồng ý cho VP lùi đâu", "confirm khong cho gia han 10 VP"),
    ("việc 9 đến hạn ngày nào", "tell han 9"),
    ("bao lâu nữa hết hạn việc 13", "tell han 13"),
    ("Minh Khai có mấy người dùng", "tell danh sach chat P-MK"),
    ("giục nốt mấy đơn vị còn lại", "confirm don doc"),
    ("để VP nộp 31/3 cũng được", "ask ground: cho gia han 10 VP 31/03"),
]


def meant(typed: str) -> str:
    *before, line = typed.split(" / ")
    return said_in_full(reading_of({**CHAT, "before": before, "line": line}))


def test_the_coordinator_is_understood_in_other_words_too() -> None:
    rows = (*PERSONS, *NAMES, *PUT_OFF, *RETURNED, *LATER, *SENT, *TOLD_OF_UNITS, *ASKED, *CHANGED, *NEAR)
    assert differing((typed, meant(typed), expected) for typed, expected in rows) == []
