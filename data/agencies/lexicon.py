"""The words of Vietnamese bodies: which head, field of work, rank or surname is a word?

Tables only, with the indexes by which they are looked up. Phrases are in lower case with the tone on the first vowel
of "oa", "oe", "uy" (hóa, ủy), parted by "|".
"""

from collections.abc import Sequence
from enum import Enum, IntEnum, auto

from data.words import phrases


class Sort(Enum):
    """What a phrase at the start of a body makes of it."""

    NAMED = auto()  # a head that names a body even when it stands alone
    TYPE = auto()  # a head that names a body only with what follows it; bare, it is a collective noun
    STATE = auto()  # collective nouns of public bodies
    SCHOOL = auto()  # places of learning, research and health: bare, they are collective
    FIRM = auto()  # institutions: named with a name, otherwise like enterprises
    OUTSIDE = auto()  # enterprises, associations, investors
    PEOPLE = auto()  # people and communities
    STAFF = auto()  # people by their work: alone persons, among people one group with them
    PLACE = auto()  # kinds of territory
    PERSON = auto()  # offices held by people
    BLOCKED = auto()  # begins with the letters of a head, and is none


def _listed(text: str) -> list[str]:
    return [phrase for phrase in text.replace("\n", "|").split("|") if phrase]


_NAMED = """
ủy ban nhân dân|ubnd|ủy ban|ub|hội đồng nhân dân|hđnd|hội đồng|thường trực|thường trực hội đồng nhân dân
thường trực hđnd|tt hđnd|ban nhân dân|ban pháp chế|ban kinh tế|ban văn hóa|ban dân tộc|ban tôn giáo|ban thi đua
ban tiếp công dân|ban chỉ đạo|bcđ|tiểu ban|văn phòng|vp|bộ phận|bộ phận một cửa|văn phòng đăng ký|tổ công tác
tổ giúp việc|tổ công nghệ|tổ cnscđ|tổ cnsccđ|tổ đề án|nhóm công tác|đoàn kiểm tra|đoàn giám sát|đoàn thanh tra
đoàn công tác|đoàn liên ngành|cơ quan thường trực|cơ quan điều tra|cơ quan ủy ban|cơ quan kiểm tra|cơ quan tổ chức
chính phủ|quốc hội|chủ tịch nước|ủy ban thường vụ quốc hội|đoàn đại biểu|đoàn đbqh|đại sứ quán|tổng lãnh sự quán
phái đoàn
công an|catp|ca xã|ca phường|ca tỉnh|ca huyện|ca tp|ca thành phố|cảnh sát|quân sự|biên phòng|bộ chỉ huy
bộ chỉ huy quân sự|bộ chqs|bộ tư lệnh|bộ đội biên phòng|bđbp
đồn biên phòng|quân khu|quân đoàn|quân chủng|sư đoàn|lữ đoàn|trung đoàn|tiểu đoàn|hải đội|cảnh sát biển|ban chỉ huy
ban chỉ huy quân sự|ban chqs|bch|bch quân sự|bchqs
trung ương đảng|ban bí thư|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|chi ủy|đảng bộ|chi bộ|đảng đoàn
ban cán sự đảng|đảng ủy các cơ quan đảng|đảng bộ các cơ quan đảng|ban chấp hành|ban thường trực|ban thường vụ
ban thường vụ tỉnh ủy|ban dân vận|ban tổ chức|ban tuyên giáo|ban nội chính|ubkt|ủy ban kiểm tra|tổ dân vận
mặt trận tổ quốc|ủy ban mặt trận tổ quốc|ủy ban mttq|ub mttq|mặt trận|mttq|ubmttq|ubmttqvn|ban công tác mặt trận
ban công tác|liên đoàn lao động|liên đoàn|lđlđ|tổng liên đoàn|công đoàn|đoàn thanh niên|đoàn tncs|đoàn tn|đoàn khối
đtn|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|xã đoàn|trung ương đoàn|trung ương hội|đoàn xã|đoàn phường|đoàn huyện
chi đoàn|liên đội
chi hội|hội liên hiệp|hội lhpn|lhpn|hội phụ nữ|hpn|hội nông dân|hnd|hội cựu chiến binh|hội ccb|ccb|hội chữ thập đỏ
hội luật gia|đoàn luật sư|hội doanh nghiệp|hội khuyến học|hội người cao tuổi|hội đồng phối hợp|tw hội|liên hiệp
liên minh|liên minh hợp tác xã|câu lạc bộ|clb|mạng lưới
thanh tra|kiểm toán|kiểm toán nhà nước|tòa án|tòa án nhân dân|tand|tandtc|viện kiểm sát|viện kiểm sát nhân dân|vksnd
vksndtc|thi hành án|kho bạc|kho bạc nhà nước|kbnn|bảo hiểm|bảo hiểm xã hội|bhxh|ngân hàng nhà nước|nhnn
ngân hàng chính sách|ngân hàng csxh|thuế|cục thuế|chi cục thuế|hải quan|thống kê|kiểm lâm|hạt kiểm lâm
quản lý thị trường|đăng kiểm
ban quản lý|bql|ban qlda|ban chỉ huy công trường|trung tâm khuyến nông|trung tâm y tế|ttyt|trạm y tế|tyt|bv
cơ sở cai nghiện|nhà văn hóa|nhà thiếu nhi|cung văn hóa|nhà hát|nhà khách|thư viện|bảo tàng|ban giám hiệu|bgh
ban đại diện cha mẹ học sinh|ban cmhs|ban giám khảo|hội đồng trường
ban giám đốc|bgđ|ban lãnh đạo|ban điều hành|ban kiểm soát|hội đồng quản trị|hội đồng thành viên|công ty mẹ|đoàn trường
dân quân|chi nhánh
phòng giao dịch
đài truyền hình|đài truyền thanh|đài tiếng nói|đài phát thanh|đài ptth|đài pt-th|đài pt&th|thông tấn xã|báo và đài
báo và phát thanh|báo và ptth|báo và pt-th|tạp chí|nhà xuất bản|cổng thông tin|cổng ttđt|trang thông tin|trang ttđt
vtv
vov|ttxvn
bưu điện|điện lực|viễn thông tỉnh|viễn thông thành phố|vcci|vnpt|viettel|evn|mobifone|vinaphone|vietnamobile|fpt
vnpost|tkv|pvn|petrovietnam|petrolimex|vinachem|vietnam airlines|agribank|vietcombank|vietinbank|bidv|cmc|misa
"""
_TYPE = """
bộ|sở|ban|phòng|p|trung tâm|tt|tổng cục|cục|chi cục|vụ|đài|báo|tổ|đội|hội|khối|đoàn|khoa|bộ môn|đơn nguyên|hạt|nhóm
"""
_STATE = """
đơn vị|cơ quan|địa phương|ngành|đoàn thể|tổ chức|cấp ủy|chính quyền|hệ thống chính trị|cấp|cơ sở|ban ngành|bộ ngành
sở ngành|phòng ban|sở ban ngành|khối cơ quan|lực lượng|lực lượng vũ trang|thành viên|cụm|tổ chức đảng|các cấp
đơn vị sự nghiệp|hội quần chúng|hội đặc thù|cơ quan ngang bộ|cơ quan nhà nước|chủ thể|bên|hệ thống
hệ thống truyền thanh
"""
_SCHOOL = """
viện|trường|trường học|trường mầm non|trường tiểu học|trường mẫu giáo|trường phổ thông|trường đại học|trường cao đẳng
đại học|cao đẳng|viện nghiên cứu|viện trường|nhà trường|cơ sở giáo dục|cơ sở đào tạo|cơ sở y tế|cơ sở khám
cơ sở giáo dục nghề nghiệp|trạm|đh|trường đh|trường cđ|viện nc
"""
_OUTSIDE = """
doanh nghiệp|dn|nhà đầu tư|nhà cung cấp|nhà mạng|nhà thầu|nhà khoa học|nhà sản xuất|chủ đầu tư|hộ kinh doanh
hộ sản xuất|ngân hàng thương mại|tổ chức tín dụng|cơ sở sản xuất|cơ sở kinh doanh|chuyên gia|chủ rừng|đơn vị tư vấn
đơn vị cung cấp|tổ hợp tác|tht|trang trại|làng nghề|đối tác|nhà tài trợ|nhà hảo tâm|mạnh thường quân|đơn vị viễn thông
chủ cơ sở|siêu thị|khách sạn
nhà hàng|cơ sở lưu trú|hộ chăn nuôi|chủ trang trại|chủ phương tiện|chủ tàu|chủ hộ
"""
_FIRM = """
tập đoàn|tổng công ty|công ty|ngân hàng|hiệp hội|bệnh viện|học viện|quỹ|hợp tác xã|htx|nhà máy|xí nghiệp|vườn quốc gia
khu bảo tồn|nhà thuốc|phân xưởng|xưởng|nông trường|lâm trường|cửa hàng|cảng vụ|trại giam|trại tạm giam|làng trẻ
"""
_PEOPLE = """
người dân|nhân dân|cá nhân|cộng đồng|tập thể|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|học sinh
sinh viên|hộ gia đình|hộ dân|người lao động|tổ viên|toàn dân|cử tri|công dân|người có uy tín|già làng|chức sắc|dân cư
cbcc|cbccvc|cbgvnv|cb gv nv|cb , gv , nv|cb - gv - nv|cbgv|cbvc
học viên|phụ huynh|phhs|cmhs|cha mẹ học sinh|ngư dân|bà con|hộ nghèo|hộ nông dân
"""
_STAFF = """
giáo viên|giảng viên|nhân viên|báo cáo viên|tuyên truyền viên|cộng tác viên|hòa giải viên|điều dưỡng viên|bác sĩ
"""
_PLACE = """
tỉnh|thành phố|tp|thị xã|tx|quận|huyện|phường|xã|thị trấn|đặc khu|thôn|ấp|khu phố|tổ dân phố|bản|buôn|khu dân cư
khóm|tổ nhân dân|tdp|xóm|khối phố|tiểu khu|khu vực|cấp tỉnh|cấp huyện|cấp xã|cấp phường|cấp cơ sở
"""
_PERSON = """
chủ tịch|phó chủ tịch|pct|ct|bộ trưởng|thứ trưởng|giám đốc|phó giám đốc|tổng giám đốc|thủ trưởng|người đứng đầu|trưởng
trưởng phòng|trưởng ban|trưởng thôn|trưởng ấp|trưởng khu phố|trưởng công an|chánh văn phòng|chánh thanh tra|lãnh đạo
cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|bí thư|phó bí thư|đồng chí|đ/c|thủ tướng|phó thủ tướng|tổng bí thư
chánh án|tổ trưởng|chỉ huy trưởng|kế toán|chuyên viên|tổng cục trưởng|trưởng đoàn|đại biểu|phó trưởng phòng
phó trưởng ban|phó chánh văn phòng|thủ trưởng đơn vị|phó trưởng khoa|phó phòng|phó ban|người phụ trách|nhóm trưởng
khối trưởng|gvbm|cbql|cán bộ đầu mối|phó tổng giám đốc|phó hiệu trưởng|phó cục trưởng|phó vụ trưởng|phó viện trưởng
phó chánh thanh tra|phó trưởng công an|phó chỉ huy trưởng|chính trị viên|tổ phó|đội trưởng|trạm trưởng|chủ nhiệm
phó chủ nhiệm|ông|bà|kế toán trưởng|văn thư|thủ quỹ|thư ký|tổng phụ trách|tổng phụ trách đội|gđ|pgđ|cvp|pcvp|ptp|cv
tpt|tpt đội|ủy viên|mr|ms|mrs|chị|thầy|gvcn|giáo viên chủ nhiệm|pht
ttcm|tổ trưởng chuyên môn|gv tpt|khối phó
"""
_BLOCKED = """
bộ máy|bộ luật|bộ chỉ số|bộ tiêu chí|bộ đội|bộ thủ tục|sở hữu|ban hành|ban đầu|phòng thủ|phòng chống|phòng bệnh
phòng cháy|phòng ngừa|phòng dịch|phòng hộ|phòng không|phòng vệ|tổ quốc|tổ chức cán bộ|tổ chức hành chính
tổ chức biên chế|tổ chức thực hiện|tổ chức bộ máy|tổ chức phi chính phủ|tổ chức nhân sự|hội nghị|hội thảo|hội nhập
hội trường|hội chợ|hội họa|báo chí|báo cáo|đoàn kết|đội ngũ|cục bộ|vụ việc|đài thọ|đài tưởng niệm|xã hội|bản quyền
bản đồ|cơ sở dữ liệu|cơ sở hạ tầng|cơ sở vật chất|viện trợ|viện phí|trường hợp|bản sắc|thuế thu nhập|quỹ đất|ban công
bà rịa|bà nà|khoa học|khoa giáo|cấp cứu|cấp nước|cấp thoát nước|cấp phép|tỉnh lộ|ngành nghề|trạm bơm|hạt nhân
hạt giống|văn phòng phẩm
khcn|cntt|kt-xh|qpan|gtvt|csdl|csdlqg|cđs|tthc|dvc|dvctt|httt|attt|cchc|anqp|ttatxh|gpmb|đtc|ntm|qlnn|qppl
"""

# Levels of schools in capitals, which name no school.
LEVELS = frozenset(("mn", "mg", "th", "thcs", "thpt", "th&thcs", "thcs&thpt", "th-thcs", "thcs-thpt", "gdtx", "cđ"))

# Heads that are fields of work, too: "Văn phòng - Thống kê", "Trung tâm Tin học và Thống kê".
FIELDS = frozenset(("thống kê", "thanh tra", "kế toán", "biên phòng", "kiểm lâm", "thuế", "hải quan", "quân sự"))
HEADS: dict[str, Sort] = {
    phrase: sort
    for sort, text in (
        (Sort.NAMED, _NAMED),
        (Sort.TYPE, _TYPE),
        (Sort.STATE, _STATE),
        (Sort.SCHOOL, _SCHOOL),
        (Sort.FIRM, _FIRM),
        (Sort.OUTSIDE, _OUTSIDE),
        (Sort.PEOPLE, _PEOPLE),
        (Sort.STAFF, _STAFF),
        (Sort.PLACE, _PLACE),
        (Sort.PERSON, _PERSON),
        (Sort.BLOCKED, _BLOCKED),
    )
    for phrase in _listed(text)
} | dict.fromkeys(LEVELS, Sort.BLOCKED)
LONGEST_HEAD = max(len(phrase.split()) for phrase in HEADS)
HEAD_PHRASES = phrases(*sorted(HEADS, key=lambda phrase: -len(phrase.split())))  # the longest is meant

# Fields of work that complete a name (Sở **Tài chính**). A comma inside is one that the official form has; a dash or
# "và" may be dropped or swapped for one another.
_SECTORS = """
Nội vụ|Tư pháp|Tài chính|Tài chính - Kế hoạch|Kế hoạch - Tài chính|Kế hoạch, Tài chính|Kế hoạch và Đầu tư|Y tế
Kinh tế|Công Thương|Xây dựng|Giao thông vận tải|Giao thông|Giáo dục và Đào tạo|Giáo dục|Khoa học và Công nghệ
Thông tin và Truyền thông|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao|Văn hóa, Thể thao|Văn hóa và Thông tin
Văn hóa, Thông tin|Văn hóa - Xã hội|Văn hóa, Xã hội|Văn hóa, Khoa học và Thông tin|Văn hóa - Thông tin và Thể thao
Văn hóa, Thông tin và Thể thao|Du lịch|Văn hóa, Thể thao, Du lịch và Gia đình|Văn hóa, Thể thao và Truyền thanh
Văn hóa, Thông tin và Truyền thanh|Văn hóa, Thông tin, Thể thao và Truyền thông|Nông nghiệp và Môi trường
Nông nghiệp và Phát triển nông thôn|Nông nghiệp|Tài nguyên và Môi trường|Tài nguyên, Môi trường
Lao động - Thương binh và Xã hội|Lao động, Thương binh và Xã hội|Ngoại vụ|Ngoại giao|Quốc phòng|Công an|Dân tộc
Dân tộc và Tôn giáo|Dân tộc, Tôn giáo|Tôn giáo|Kinh tế và Hạ tầng|Kinh tế, Hạ tầng|Kinh tế, Hạ tầng và Đô thị
Kinh tế - Kỹ thuật|Quản lý đô thị|Hạ tầng kinh tế|Pháp chế|Tổ chức cán bộ|Tổ chức, cán bộ|Tổ chức - Hành chính
Tổ chức, Hành chính|Hành chính - Tổng hợp|Hành chính, Tổng hợp|Hợp tác quốc tế|Tổng hợp|Quy hoạch - Kiến trúc
An toàn thực phẩm|Phát thanh, truyền hình và thông tin điện tử|Xuất bản, In và Phát hành
Mỹ thuật, Nhiếp ảnh và Triển lãm|Khoa học, Công nghệ và Đào tạo|Khoa học, Công nghệ và Môi trường
Khoa học công nghệ, Đào tạo và Môi trường|Khoa học, Công nghệ và Đổi mới sáng tạo|Đào tạo, Bồi dưỡng
Thi đua - Khen thưởng|Thi đua, Khen thưởng|Chăn nuôi và Thú y|Trồng trọt và Bảo vệ thực vật|Thông tin, Tuyên truyền
Thông tin, Truyền thông|Tuyên giáo và Dân vận|Phòng, chống tham nhũng|Kinh tế, Ngân sách|Nông dân|Phụ nữ
Cựu chiến binh|Thanh niên|Chữ thập đỏ|Người cao tuổi|Khuyến học|Liên hiệp Phụ nữ|Luật gia|Đô thị|Chuyển đổi số
Công nghệ thông tin|Bưu chính|Viễn thông|Báo chí|Bản quyền tác giả|Kiểm soát thủ tục hành chính|Phát triển quỹ đất
Quản lý dự án|Hành chính công|Cải cách hành chính|Hộ tịch, quốc tịch, chứng thực|Văn hóa cơ sở, Gia đình
Văn hóa cơ sở, Gia đình và Thư viện|Tiêu chuẩn, Đo lường, Chất lượng|Tiêu chuẩn Đo lường Chất lượng
Phục vụ hành chính công|Thuế|Hải quan|Thống kê|Kiểm lâm|Quản lý thị trường|Dự trữ Nhà nước
Văn phòng - Thống kê|Tư pháp - Hộ tịch|Địa chính - Xây dựng|Tài chính - Kế toán|Thanh tra - Pháp chế
Cấp nước|Cấp thoát nước|Thoát nước|Cây xanh
"""
_SECTOR_INITIALS = """
NV TP TC TCKH KHTC KHĐT YT KT CT XD GTVT GDĐT GD KHCN TTTT VHTTDL VHTT VHTTTT VHXH DL NNMT NNPTNT NN TNMT LĐTBXH LĐTB
NGV QP CA DT DTTG KTHT KTHTĐT QLĐT ĐT KHKT PTTH TCCB VHKHTT LĐXH CĐS CNTT HTĐT HTKT TTVH VPCP TNMTNN
"""
SECTOR_INITIALS = frozenset(_SECTOR_INITIALS.split())
SECTOR_LINKS = {"và", "&", "-"}


def _by_words() -> dict[tuple[str, ...], frozenset[int]]:
    """Words of each sector → after how many words a comma is part of it (all its spellings together)."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for name in _listed(_SECTORS):
        parts = name.lower().replace(",", " , ").split()
        words = tuple(part for part in parts if part not in SECTOR_LINKS and part != ",")
        commas = {_words_before(parts, at) for at, part in enumerate(parts) if part == ","}
        if commas:  # of a list, the last "và" may be a comma: Văn hóa, Thể thao, Du lịch
            commas |= {_words_before(parts, at) for at, part in enumerate(parts) if part == "và"}
        for spelled in _half_abbreviated(words):
            found[spelled] = found.get(spelled, frozenset()) | {at for at in commas if at < len(spelled)}
    return found


def _words_before(parts: Sequence[str], at: int) -> int:
    return sum(part != "," and part not in SECTOR_LINKS for part in parts[:at])


def _half_abbreviated(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words, and their spellings that end in capitals: "nông nghiệp ptnt", "lao động tbxh"."""
    ends = range(1, len(words) - 1)
    return [words, *((*words[:at], "".join(word[0] for word in words[at:])) for at in ends)]


SECTORS = _by_words()
LONGEST_SECTOR = max(map(len, SECTORS))


class Rank(IntEnum):
    """Who stands above whom: after a lower body a higher one is its owner, not the next of the list."""

    ALONE = 0  # mass organisations and brands: whole with their head alone, and owning no other
    OFFICE = 1
    INSTITUTION = 2
    DEPARTMENT = 3
    VERTICAL = 4
    COMMITTEE = 5
    MINISTRY = 6


_RANKED = {
    Rank.MINISTRY: "bộ",
    Rank.COMMITTEE: """ubnd|ủy ban nhân dân|hội đồng nhân dân|hđnd|công an|bộ chỉ huy quân sự|bộ chqs|bộ tư lệnh
tỉnh ủy|thành ủy|huyện ủy""",
    Rank.VERTICAL: """thuế|hải quan|thống kê|kho bạc|kho bạc nhà nước|kbnn|bảo hiểm xã hội|bhxh|ngân hàng nhà nước|nhnn
kiểm toán nhà nước|tòa án|tòa án nhân dân|tand|viện kiểm sát|viện kiểm sát nhân dân|vksnd""",
    Rank.DEPARTMENT: "sở",
    Rank.INSTITUTION: """ban|ban quản lý|bql|cục|vụ|tổng cục|bệnh viện|trường đại học|trường cao đẳng|đại học|học viện
tập đoàn|tổng công ty|công ty|ngân hàng|ngân hàng chính sách|đài|báo|liên đoàn lao động|liên minh|liên hiệp|hiệp hội
quỹ|điện lực|bưu điện|viễn thông tỉnh|viễn thông thành phố""",
    Rank.OFFICE: """phòng|trung tâm|viện|hội|văn phòng|thanh tra|chi cục|trường|khoa|trạm|đội|tổ|bộ môn|trung tâm y tế
trạm y tế|hạt kiểm lâm|cảnh sát""",
    Rank.ALONE: """mặt trận|mặt trận tổ quốc|ủy ban mặt trận tổ quốc|ủy ban mttq|ub mttq|mttq|ubmttq|ubmttqvn|đoàn tncs
đoàn thanh niên|đtn|tỉnh đoàn|thành đoàn|huyện đoàn|xã đoàn|hội nông dân|hội phụ nữ|hội liên hiệp|hội lhpn
hội cựu chiến binh|hội ccb|hội chữ thập đỏ|hội khuyến học|hội người cao tuổi|vnpt|viettel|mobifone|evn|vnpost|fpt
agribank|bidv|vietcombank|vietinbank""",
}
RANKS = {name: rank for rank, text in _RANKED.items() for name in _listed(text)}

_SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh vương trịnh đoàn lương mai tô tạ hà cao chu
thái lâm đào đậu quách phùng kiều la lại triệu tống thân khổng nông hứa mạc giang đàm tăng thạch châu kim lò quàng vi
hầu giàng vừ sùng điểu trương từ ninh nghiêm khúc lã văn doãn bạch âu
"""
SURNAMES = frozenset(_SURNAMES.split())
