"""The words that open the names of Vietnamese bodies: heads, collective nouns, places, persons.

Phrases are in lower case with the tone on the first vowel of "oa", "oe", "uy" (hóa, ủy), parted by "|".
"""

from enum import Enum, auto


class Sort(Enum):
    """What a phrase at the start of a body makes of it."""

    NAMED = auto()  # a head that names a body even when it stands alone
    TYPE = auto()  # a head that names a body only with what follows it; bare, it is a collective noun
    STATE = auto()  # collective nouns of public bodies
    SCHOOL = auto()  # places of learning, research and health: bare, they are collective
    FIRM = auto()  # institutions: named with a name, otherwise like enterprises
    OUTSIDE = auto()  # enterprises, associations, investors
    PEOPLE = auto()  # people and communities
    PLACE = auto()  # kinds of territory
    PERSON = auto()  # offices held by people
    BLOCKED = auto()  # begins with the letters of a head, and is none


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.replace("\n", "|").split("|") if phrase.strip()]


_NAMED = """
ủy ban nhân dân|ubnd|ủy ban|ub|hội đồng nhân dân|hđnd|hội đồng|thường trực hội đồng nhân dân|thường trực hđnd
tt hđnd|công an|catp|quân sự|bộ chỉ huy|bộ chỉ huy quân sự|bộ chqs|bộ tư lệnh|bộ đội biên phòng|bđbp|quân khu
ban chỉ huy|ban chỉ huy quân sự|ban chqs|bch|bch quân sự|bchqs|biên phòng|đồn biên phòng|cảnh sát|ban chỉ đạo|bcđ
ban quản lý|bql|ban qlda|ban cán sự đảng|ban chấp hành|ban thường trực|ban thường vụ|ban nhân dân|ban dân tộc
ban tiếp công dân|ban dân vận|ban tổ chức|ban tuyên giáo|ban nội chính|ban công tác mặt trận|ban công tác
mặt trận tổ quốc|mặt trận|mttq|ubmttq|ubmttqvn|liên đoàn lao động|liên đoàn|lđlđ|tổng liên đoàn|công đoàn
đoàn thanh niên|đoàn tncs|đoàn tn|đoàn khối|đoàn đại biểu|đoàn đbqh|đtn|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn
xã đoàn|trung ương đoàn|đoàn luật sư|đoàn xã|đoàn phường|đoàn huyện|hội liên hiệp|hội lhpn|hội nông dân
hội cựu chiến binh|hội ccb|hội phụ nữ|hội chữ thập đỏ|lhpn|hnd|hpn|ccb|tw hội|hội luật gia|hội doanh nghiệp
hội khuyến học|hội người cao tuổi|hội đồng phối hợp|liên hiệp|liên minh|liên minh hợp tác xã|tỉnh ủy|thành ủy
huyện ủy|quận ủy|thị ủy|đảng ủy|chi ủy|ban thường vụ tỉnh ủy|trung ương đảng|ban bí thư|đảng bộ|quốc hội|chính phủ
ủy ban thường vụ quốc hội|chủ tịch nước|thanh tra|kiểm toán|kiểm toán nhà nước|tòa án|tòa án nhân dân|tand|tandtc
viện kiểm sát|viện kiểm sát nhân dân|vksnd|vksndtc|thi hành án|kho bạc|kho bạc nhà nước|kbnn|bảo hiểm xã hội|bhxh
bảo hiểm|ngân hàng nhà nước|nhnn|ngân hàng chính sách|ngân hàng csxh|thuế|hải quan|cục thuế|chi cục thuế|thống kê
kiểm lâm|hạt kiểm lâm|quản lý thị trường|bưu điện|viễn thông tỉnh|viễn thông thành phố|điện lực|đăng kiểm
đài truyền hình|đài truyền thanh|đài tiếng nói|đài phát thanh|đài ptth|đài pt-th|đài pt&th|thông tấn xã
báo và đài|báo và phát thanh|báo và ptth|báo và pt-th|văn phòng|vp|trung tâm y tế|trạm y tế|ttyt|tyt|bv|nhà văn hóa
chi nhánh|phòng giao dịch|trung tâm khuyến nông|cổng thông tin|tổ công tác|tổ giúp việc
tổ công nghệ|tổ cnscđ|tổ cnsccđ|tổ đề án|bộ phận
bộ phận một cửa|văn phòng đăng ký|ban pháp chế|ban kinh tế|ban văn hóa|ban tôn giáo|ban thi đua|tổ dân vận
cơ quan thường trực|cơ quan điều tra|cơ quan ủy ban|cơ quan kiểm tra|cơ quan tổ chức|đảng đoàn|tiểu ban
nhóm công tác|vtv|vov|ttxvn|vnpt|viettel|evn|vcci|mobifone|fpt
"""
_TYPE = """
bộ|sở|ban|phòng|p|trung tâm|tt|tổng cục|cục|chi cục|vụ|đài|báo|tổ|đội|hội|khối|đoàn
"""
_STATE = """
đơn vị|cơ quan|địa phương|ngành|đoàn thể|tổ chức|cấp ủy|chính quyền|hệ thống chính trị|cấp|cơ sở|ban ngành|bộ ngành
sở ngành|phòng ban|sở ban ngành|khối cơ quan|lực lượng|lực lượng vũ trang|thành viên|cụm|chi bộ|tổ chức đảng|các cấp
đơn vị sự nghiệp|hội quần chúng|cơ quan ngang bộ|cơ quan nhà nước|chủ thể|bên|hệ thống|hệ thống truyền thanh
"""
_SCHOOL = """
viện|trường|trường học|trường đại học|trường cao đẳng|đại học|cao đẳng|viện nghiên cứu|viện trường|nhà trường
cơ sở giáo dục|cơ sở đào tạo|cơ sở y tế|cơ sở khám|cơ sở giáo dục nghề nghiệp|trạm
"""
_OUTSIDE = """
doanh nghiệp|dn|hợp tác xã|htx|nhà đầu tư|nhà cung cấp|nhà mạng|nhà thầu|nhà khoa học|nhà sản xuất|chủ đầu tư
hộ kinh doanh|hộ sản xuất|ngân hàng thương mại|tổ chức tín dụng|cơ sở sản xuất|cơ sở kinh doanh|chuyên gia|chủ rừng
đơn vị tư vấn|đơn vị cung cấp|tổ hợp tác|trang trại|làng nghề|đối tác|nhà tài trợ|đơn vị viễn thông|chủ cơ sở
"""
_FIRM = """
tập đoàn|tổng công ty|công ty|ngân hàng|hiệp hội|bệnh viện|học viện|quỹ|tạp chí|thư viện|bảo tàng|nhà xuất bản
nhà hát
"""
_PEOPLE = """
người dân|nhân dân|cá nhân|cộng đồng|tập thể|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|học sinh
sinh viên|hộ gia đình|hộ dân|người lao động|tổ viên|toàn dân|cử tri|công dân|người có uy tín|già làng|chức sắc
dân cư|cbcc|cbccvc
"""
_PLACE = """
tỉnh|thành phố|tp|thị xã|tx|quận|huyện|phường|xã|thị trấn|đặc khu|thôn|ấp|khu phố|tổ dân phố|bản|buôn|khu dân cư
khóm|tổ nhân dân|tdp|khu vực|cấp tỉnh|cấp huyện|cấp xã|cấp phường|cấp cơ sở
"""
_PERSON = """
chủ tịch|phó chủ tịch|pct|ct|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|người đứng đầu
trưởng phòng|trưởng ban|trưởng thôn|trưởng ấp|trưởng khu phố|trưởng công an|trưởng các|chánh văn phòng
chánh thanh tra|lãnh đạo|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|bí thư|phó bí thư|đồng chí|đ/c|thủ tướng
phó thủ tướng|tổng bí thư|chánh án|tổ trưởng|chỉ huy trưởng|kế toán|chuyên viên|tổng cục trưởng|trưởng đoàn|đại biểu
phó trưởng phòng|phó trưởng ban|phó chánh văn phòng|thủ trưởng đơn vị|công chức tư pháp|công chức văn hóa
công chức địa chính|công chức văn phòng|công chức tài chính
"""
_BLOCKED = """
bộ máy|bộ luật|bộ chỉ số|bộ tiêu chí|bộ đội|bộ thủ tục|sở hữu|ban hành|ban đầu|phòng thủ|phòng chống|phòng bệnh
phòng cháy|phòng ngừa|phòng dịch|phòng hộ|phòng không|phòng vệ|tổ quốc|tổ chức cán bộ|tổ chức hành chính
tổ chức biên chế|tổ chức thực hiện|tổ chức bộ máy|tổ chức phi chính phủ|tổ chức nhân sự|hội nghị|hội thảo|hội nhập
hội trường|hội chợ|hội họa|báo chí|báo cáo|đoàn kết|đội ngũ|cục bộ|vụ việc|đài thọ|đài tưởng niệm|xã hội|bản quyền
bản đồ|cơ sở dữ liệu|cơ sở hạ tầng|cơ sở vật chất|viện trợ|viện phí|trường hợp|bản sắc|thuế thu nhập|quỹ đất
ban công|cấp cứu|cấp nước|cấp thoát nước|cấp phép|tỉnh lộ|ngành nghề|trạm bơm|văn phòng phẩm|khcn|cntt|kt-xh|qpan|gtvt
"""

# Levels of schools in capitals, which name no school.
LEVELS = frozenset(("mn", "mg", "th", "thcs", "thpt", "th&thcs", "thcs&thpt", "th-thcs", "thcs-thpt", "gdtx"))

HEADS: dict[tuple[str, ...], Sort] = {
    phrase: sort
    for sort, text in (
        (Sort.NAMED, _NAMED),
        (Sort.TYPE, _TYPE),
        (Sort.STATE, _STATE),
        (Sort.SCHOOL, _SCHOOL),
        (Sort.FIRM, _FIRM),
        (Sort.OUTSIDE, _OUTSIDE),
        (Sort.PEOPLE, _PEOPLE),
        (Sort.PLACE, _PLACE),
        (Sort.PERSON, _PERSON),
        (Sort.BLOCKED, _BLOCKED),
    )
    for phrase in _phrases(text)
} | {(level,): Sort.BLOCKED for level in LEVELS}
LONGEST_HEAD = max(map(len, HEADS))
