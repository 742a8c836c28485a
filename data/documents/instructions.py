"""Sentences that have a unit do something: "Giao Sở A chủ trì, phối hợp với Sở B … trước ngày …"; whom they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data.deadline.mentions import times_in

LONGEST_SENTENCE = 2_000
"""Letters of a sentence that are looked at."""

_UNIT = (
    r"(?:(?:[Cc]ác|[Tt]oàn thể|[Nn]hững) (?:sở|phòng|ban|bộ|cơ quan|đơn vị|địa phương|xã|phường|thôn|huyện|ngành|cấp"
    r"|trường|tổ chức|hội|đoàn thể|trung tâm|thành viên|đồng chí|doanh nghiệp|chủ đầu tư|chủ rừng|khu|tổ|trạm|chi cục"
    r"|ủy ban|uỷ ban|UBND|Sở|Phòng|Ban|Bộ|Ủy ban|nhà trường|cục|vụ|viện"
    r"|lực lượng|Tổ|Trung tâm|cán bộ|công ty|hợp tác xã)"
    r"|Sở|Phòng|Ban|Bộ|UBND|HĐND|[ỦU][ỷyỶY] ban|Trung tâm|Văn phòng|Công an|Hội|Viện|Trường|Chi cục|Cục|Đài"
    r"|Báo|Trạm|Đoàn|Mặt trận|MTTQ|Thanh tra|Tổ|Đội|Bưu điện|Kho bạc|Chi nhánh|Bảo hiểm|BHXH|Thuế|Thủ trưởng|Chủ tịch"
    r"|Giám đốc|Trưởng|Chánh|Bộ trưởng|Lãnh đạo|Tòa án|Liên đoàn|Hạt|Ngân hàng|Điện lực|Công ty|Viễn thông"
    r"|[Đđ]ồng chí|Người đứng"
    r"|Hiệu trưởng|Ủy viên|Thường trực|Vụ|Quỹ|Bệnh viện|[Đđ]ịa phương|[Tt]hôn|[Cc]ơ quan|[Đđ]ơn vị|[Tt]ừng|[Mm]ỗi)\b"
)
_BIDS = (
    r"(?:(?:thống nhất |đồng ý |tiếp tục )?(?:giao|phân công)(?: trách nhiệm| nhiệm vụ)?(?: cho)?|yêu cầu|đề nghị"
    r"|chỉ đạo|đối với|kính đề nghị|nhắc nhở)"
)
_BID = re.compile(rf"(?:^|(?<=[\s,;:.(–-]))({_BIDS})\s+(?={_UNIT})", re.IGNORECASE)
_STARTS = re.compile(_UNIT)
_DOING = (
    r"chủ trì|chủ động|phối hợp|khẩn trương|tham mưu|thực hiện|triển khai|(?<!các )(?<!quan, )(?<!vị, )tổ chức"
    r"|hoàn thành|báo cáo|rà soát|(?<!đầu tư )xây dựng|ban hành|kiểm tra|hướng dẫn|theo dõi|đôn đốc|tổng hợp|cung cấp"
    r"|gửi|lập"
    r"|(?<!công )(?<!chương )(?<!quy )(?<!quá )trình|tiếp tục|tập trung|nghiên cứu|đề xuất|căn cứ|thẩm định"
    r"|bố trí|đẩy nhanh|đẩy mạnh|tăng cường|chỉ đạo"
    r"|phê duyệt|cập nhật|công khai|niêm yết|xử lý|giải quyết|khắc phục|chịu trách nhiệm|có trách nhiệm"
    r"|có kế hoạch|là đầu mối|làm đầu mối|là cơ quan|đăng ký|thông báo|đăng tải|tuyên truyền|vận động|quán triệt"
    r"|phân công|kịp thời|nghiêm túc|sớm|thống kê|đánh giá|chuẩn bị|bàn giao|tiếp thu|hoàn thiện|bổ sung"
    r"|điều chỉnh|thanh toán|giải ngân|quyết toán|tiếp nhận|nộp|thành lập|kiện toàn|ký|mời|tạo điều kiện|khảo sát"
    r"|xác minh|làm việc|giám sát|bảo đảm|đảm bảo|duy trì|nâng cao|cử|sắp xếp|phải|cần|hoàn tất|phát động|ra quân"
    r"|chấm dứt|xác định|thường xuyên|định kỳ|trước ngày|trong quý|trong tháng|phụ trách|được giao|được phân công"
    r"|lựa chọn|mở|số hóa|đưa|giúp|tích cực|trực tiếp|quản lý chặt|chấn chỉnh|rút kinh nghiệm|thu hồi|nhanh chóng"
    r"|công bố|di dời|huy động|khôi phục|(?<!cứu )hỗ trợ|cấp phát|chi trả|phân bổ|chuyển(?! đổi)|nạo vét|tổng kết"
    r"|sơ kết"
)
# The spaces have been made single: a run of them would be gone through again from each of its places.
_DOES = re.compile(rf"(?: ?[:,] ?| )(?:{_DOING})\b")
_WITH = re.compile(r"phối hợp(?: chặt chẽ)?(?:,? (?:với|cùng))?(?: với)?\s+", re.IGNORECASE)
_WITH_ENDS = re.compile(rf" ?[;:.] | ?[;:.]$| (?:để|nhằm|trong việc|trên cơ sở|theo) |{_DOES.pattern}")
_SENTENCE = re.compile(
    r"(?<=[\w)”\"%])(?<!TP)(?<!\bT)(?<!\bP)(?<!\bH)(?<!TX)(?<!\bKT)(?<!\bTM)\.\s+(?=\S)"
    rf"|;\s+(?=(?:{_BIDS})\s+{_UNIT})",
    re.IGNORECASE,
)
_LONGEST_UNITS = 400
_ASIDE = re.compile(r" ?\([^()]{0,120}\)")


@dataclass(frozen=True, slots=True)
class Order:
    """Whom a sentence has do something, with whom, and its words of time; each as written, "" where it has none."""

    lead: str
    coordinating: str = ""
    when: str = ""
    bidden: bool = False
    """Whether the sentence gives it in so many words: "giao", "yêu cầu"."""


def begins_with_unit(text: str) -> bool:
    """Whether it begins as the names of units do."""
    return _STARTS.match(text) is not None


def sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, a new order among them where a semicolon parts it from the one before."""
    rest = 0
    for found in _SENTENCE.finditer(text):
        after = text[found.end() : found.end() + 1]
        if after.isupper() or text[found.start()] == ";":
            yield text[rest : found.start() + 1].strip()
            rest = found.end()
    yield text[rest:].strip()


def order_in(sentence: str) -> Order | None:
    """The order that a sentence gives to somebody it names; None where it names nobody."""
    text = sentence[:LONGEST_SENTENCE]
    bid = _BID.search(text)
    start = bid.end() if bid else 0
    if not _STARTS.match(text, start):
        return None
    does = _DOES.search(text, start)
    colon = text.find(":", start)
    end = min(does.start() if does else len(text), colon if colon >= 0 else len(text))
    lead = _ASIDE.sub("", text[start:end]).strip(" ,:.;")
    if not lead or len(lead) > _LONGEST_UNITS or (does is None and colon < 0 and not bid):
        return None
    return Order(lead, _partners(text, end), when_in(text), bidden=bid is not None)


def when_in(text: str) -> str:
    """The words of time in a sentence, "" where there are none."""
    return ", ".join(text[start:end] for start, end in times_in(text))


def _partners(text: str, start: int) -> str:
    found = _WITH.search(text, start)
    if found is None or not _STARTS.match(text, found.end()):
        return ""
    end = _WITH_ENDS.search(text, found.end())
    return text[found.end() : end.start() if end else len(text)].strip(" ,:.;")
