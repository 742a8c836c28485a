"""The fields of work that complete a name (Sở **Tài chính**): which commas and "và" belong to them.

A comma inside a name is one that its official form has; a dash or "và" may be dropped or swapped for one another.
"""

from collections.abc import Sequence

from data.agencies.tokens import Token

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
"""
_ABBREVIATIONS = frozenset(
    [
        "NV",
        "TP",
        "TC",
        "TCKH",
        "KHTC",
        "KHĐT",
        "YT",
        "KT",
        "CT",
        "XD",
        "GTVT",
        "GDĐT",
        "GD",
        "KHCN",
        "TTTT",
        "VHTTDL",
        "VHTT",
        "VHTTTT",
        "VHXH",
        "DL",
        "NNMT",
        "NNPTNT",
        "NN",
        "TNMT",
        "LĐTBXH",
        "LĐTB",
        "NGV",
        "QP",
        "CA",
        "DT",
        "DTTG",
        "KTHT",
        "KTHTĐT",
        "QLĐT",
        "ĐT",
        "KHKT",
        "PTTH",
        "TCCB",
        "VHKHTT",
        "VHTTTT",
        "LĐXH",
        "CĐS",
        "CNTT",
        "HTĐT",
        "HTKT",
        "TTVH",
        "VPCP",
        "TNMTNN",
    ],
)
_LINKS = {"và", "&", "-"}


def _entries() -> dict[tuple[str, ...], frozenset[int]]:
    """Words of each sector → after how many words a comma is part of it (all its spellings together)."""
    found: dict[tuple[str, ...], frozenset[int]] = {}
    for name in _SECTORS.replace("\n", "|").split("|"):
        parts = name.lower().replace(",", " , ").split()
        words = tuple(part for part in parts if part not in _LINKS and part != ",")
        commas = {_words_before(parts, at) for at, part in enumerate(parts) if part == ","}
        if commas:  # of a list, the last "và" may be a comma: Văn hóa, Thể thao, Du lịch
            commas |= {_words_before(parts, at) for at, part in enumerate(parts) if part == "và"}
        for spelled in _half_abbreviated(words):
            found[spelled] = found.get(spelled, frozenset()) | {at for at in commas if at < len(spelled)}
    return found


def _words_before(parts: Sequence[str], at: int) -> int:
    return sum(part != "," and part not in _LINKS for part in parts[:at])


def _half_abbreviated(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words, and their spellings that end in capitals: "nông nghiệp ptnt", "lao động tbxh"."""
    ends = range(1, len(words) - 1)
    return [words, *((*words[:at], "".join(word[0] for word in words[at:])) for at in ends)]


_BY_WORDS = _entries()
_LONGEST = max(map(len, _BY_WORDS))


def sector_end(tokens: Sequence[Token], start: int) -> int | None:
    """The index after the longest known sector that begins at `start`, written out or abbreviated."""
    return _written_end(tokens, start) or _abbreviated_end(tokens, start)


def _written_end(tokens: Sequence[Token], start: int) -> int | None:
    words: list[str] = []
    commas: set[int] = set()
    best = None
    short = False
    for at in range(start, min(start + 3 * _LONGEST, len(tokens))):  # words with their marks and links
        key = tokens[at].key
        if key == "," and words:
            commas.add(len(words))
        elif key not in _LINKS:
            if tokens[at].mark or len(words) == _LONGEST:
                break
            letters = key.replace("&", "").replace("-", "") if tokens[at].acronym else key
            if short and tokens[at].acronym:
                words[-1] += letters
            else:
                words.append(letters)
            short = tokens[at].acronym
            known = _BY_WORDS.get(tuple(words))
            if known is not None and commas <= known:
                best = at + 1
    return best


def _abbreviated_end(tokens: Sequence[Token], start: int) -> int | None:
    """VHTT, VH-TT, TT&TT, also torn apart: "VH, TT&DL", "VH, TT và DL"."""
    letters = ""
    best = None
    for at in range(start, min(len(tokens), start + 7)):
        token = tokens[at]
        glued = at + 1 < len(tokens) and tokens[at + 1].start == token.end  # "KT,HT&ĐT" is one field, "TC, NV" are two
        if token.key in _LINKS or (token.key == "," and letters and (best is None or glued)):
            continue
        if not token.acronym:
            break
        letters += "".join(filter(str.isalpha, token.text))
        if letters in _ABBREVIATIONS:
            best = at + 1
    return best
