"""Days that the law or the Government has fixed, by the names under which plans speak of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FixedDay:
    """A day of every year since `since`; `words` are its name without accents, as it stands in a task."""

    name: str
    words: str
    month: int
    day: int
    since: int
    source: str


_GREAT_DAYS = "Điều 4 Nghị định số 145/2013/NĐ-CP"
_LAW_DAY = "Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012"
_READING, _CONSUMERS = "Quyết định 1862/QĐ-TTg ngày 04/11/2021", "Quyết định 1035/QĐ-TTg ngày 10/7/2015"
_SECURITY, _UNITY = "Quyết định 521/QĐ-TTg ngày 13/6/2005", "Luật Mặt trận Tổ quốc Việt Nam năm 2015"
_DISABLED = "Điều 11 Luật Người khuyết tật năm 2010"

FIXED_DAYS = (
    FixedDay("Ngày Pháp luật Việt Nam", "ngay phap luat", 11, 9, 2013, _LAW_DAY),
    FixedDay("Ngày Chuyển đổi số quốc gia", "ngay chuyen doi so", 10, 10, 2022, "Quyết định 505/QĐ-TTg ngày 22/4/2022"),
    FixedDay("Ngày Văn hóa Việt Nam", "ngay van hoa viet nam", 11, 24, 2026, "Nghị quyết 80-NQ/TW năm 2026"),
    FixedDay("Ngày thành lập Đảng", "ngay thanh lap dang", 2, 3, 2013, _GREAT_DAYS),
    FixedDay("Ngày Giải phóng miền Nam", "ngay giai phong mien nam", 4, 30, 2013, _GREAT_DAYS),
    FixedDay("Ngày Cách mạng tháng Tám", "ngay cach mang thang tam", 8, 19, 2013, _GREAT_DAYS),
    FixedDay("Ngày Quốc khánh", "quoc khanh", 9, 2, 2013, _GREAT_DAYS),
    FixedDay("Ngày Nhà giáo Việt Nam", "ngay nha giao viet nam", 11, 20, 1982, "Quyết định 167-HĐBT ngày 28/9/1982"),
    FixedDay("Ngày Thầy thuốc Việt Nam", "ngay thay thuoc viet nam", 2, 27, 1985, "Quyết định 39-HĐBT ngày 06/02/1985"),
    FixedDay("Ngày Thương binh - Liệt sĩ", "ngay thuong binh", 7, 27, 1947, "Pháp lệnh 02/2020/UBTVQH14"),
    FixedDay("Ngày Gia đình Việt Nam", "ngay gia dinh viet nam", 6, 28, 2001, "Quyết định 72/2001/QĐ-TTg"),
    FixedDay(
        "Ngày Doanh nhân Việt Nam", "ngay doanh nhan viet nam", 10, 13, 2004, "Quyết định 990/QĐ-TTg ngày 20/9/2004"
    ),
    FixedDay("Ngày Sách và Văn hóa đọc Việt Nam", "ngay sach va van hoa doc", 4, 21, 2022, _READING),
    FixedDay("Ngày Người khuyết tật Việt Nam", "ngay nguoi khuyet tat viet nam", 4, 18, 2011, _DISABLED),
    FixedDay("Ngày hội Đại đoàn kết toàn dân tộc", "ngay hoi dai doan ket", 11, 18, 2003, _UNITY),
    FixedDay(
        "Ngày hội Quốc phòng toàn dân", "ngay hoi quoc phong toan dan", 12, 22, 1989, "Chỉ thị 381-CT/TW năm 1989"
    ),
    FixedDay("Ngày hội Toàn dân bảo vệ an ninh Tổ quốc", "toan dan bao ve an ninh to quoc", 8, 19, 2005, _SECURITY),
    FixedDay("Ngày Quyền của người tiêu dùng Việt Nam", "ngay quyen cua nguoi tieu dung", 3, 15, 2016, _CONSUMERS),
)
