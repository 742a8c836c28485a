"""The marks of state secrets (MẬT, TỐI MẬT, TUYỆT MẬT) in what people type and at the head of documents. Pure."""

import re
import unicodedata

from data.words import unpiled

_BEGINS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[\s_.-]+"
_NO_GAP = r"[\s_.-]*"
# What makes another word of it, before and behind: bảo mật, bí mật; mật khẩu, mật độ, mật ong.
_NOT_AFTER = "".join(
    f"(?<!{word} )"
    for word in ("bảo", "bí", "cơ", "thân", "dân", "mộc", "đường", "bao", "bi", "co", "than", "dan", "ra")
)
_NOT_BEFORE = rf"(?!{_GAP}(?:khẩu|mã|độ|thiết|ong|vụ|thư|danh|ngữ|lệnh|hoa|khau|ma|do|thiet|vu|thu|bang|tran){_ENDS})"
_PAPER = (
    r"(?:văn bản|công văn|tài liệu|hồ sơ|quyết định|báo cáo|kế hoạch|tờ trình|nội dung|bản"
    r"|vb|cv|bc|kh|tt|qđ|đóng dấu|dấu|loại)"
)
_PLAIN_PAPER = (
    r"(?:van ban|cong van|tai lieu|ho so|quyet dinh|bao cao|ke hoach|to trinh|vb|cv|bc|kh|tt|qd|dong dau|dau|do)"
)

# As it is stamped: in capitals, wherever it stands.
_STAMPS = (
    rf"{_BEGINS}(?:TUYỆT|TỐI){_NO_GAP}MẬT{_ENDS}",
    rf"{_BEGINS}(?:TUYET|TOI){_NO_GAP}MAT{_ENDS}",
    rf"{_BEGINS}(?i:{_NOT_AFTER})MẬT(?i:{_NOT_BEFORE}){_ENDS}",
)
# As people write of it: the higher degrees, a degree in brackets or behind a colon, a marked paper.
_SPOKEN = (
    rf"(?i){_BEGINS}(?:tuyệt|tối){_NO_GAP}mật(?:{_NOT_BEFORE}){_ENDS}",
    rf"(?i){_BEGINS}tuyet{_GAP}mat{_ENDS}",
    r"(?i)[(\[]\s*(?:tuyệt\s+|tối\s+|tuyet\s+|toi\s+)?(?:mật|mat)\s*[)\]]",
    rf"(?i){_BEGINS}độ mật\s*:\s*(?!không)\w",
    rf"(?i){_BEGINS}{_PAPER} (?:độ )?mật(?:{_NOT_BEFORE}){_ENDS}",
    rf"(?i:{_BEGINS}{_PLAIN_PAPER}) MAT(?i:{_NOT_BEFORE}){_ENDS}",
    rf"(?i){_BEGINS}(?:tai lieu|dong dau) mat{_ENDS}(?=\W*(?:$|[^\w\s]|so \d|ve\b|cua\b|\d))",
    rf"(?i){_BEGINS}{_PLAIN_PAPER} toi{_GAP}mat{_ENDS}(?=\W*(?:$|[^\w\s]|so\b|ve\b|cua\b|\d))",
)
_NAMED = re.compile(rf"(?i){_BEGINS}{_NOT_AFTER}mật(?:{_NOT_BEFORE}){_ENDS}")
_NAMED_ALONE = re.compile(r"(?i)(?:tuyet|toi) mat")
_ALONE = re.compile(r"(?i:\W*(?:độ mật\W+)?(?:tuyệt ?|tối ?)?mật\W*)|\W*MAT\W*")
# In the letters of the old fonts too, .VnTime and VNI-Times.
_OLD_FONTS = r"(?:tuyÖt |tèi |tuyeät |toái )?(?:mËt|maät)"
_STANDING = re.compile(
    rf"(?i:\W*(?:độ mật\W+)?(?:tuyệt ?|tối ?)?mật\W*(?:bản số\W*\d{{0,4}}\W*)?|\W*{_OLD_FONTS}\W*)"
    rf"|\W*(?:TUYET|TOI) ?MAT\W*|\W*(?i:{_PAPER} (?:độ )?)(?:TUYỆT ?|TỐI ?)?MẬT\W*"
)
_MAT = re.compile(rf"{_BEGINS}(?i:{_NOT_AFTER})MAT(?i:{_NOT_BEFORE}){_ENDS}")
_LONGEST_STANDING = 200
_BESIDE = 40
_LETTERS = re.compile(r"[^\W\d_]+")

# What is not seen; and letters of other scripts that look like ours.
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u3164\ufeff\uffa0" + "".join(
    map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)))
)
_ALIKE = str.maketrans(
    "АВЕКМНОРСТУХІЈЅасеорухіјѕмтᴀᴍᴏᴛᴜΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοτιıÐƉð",
    "ABEKMHOPCTYXIJSaceopyxijsmtamotuABEZHIKMNOPTYXaotiiĐĐđ",
)
_LOOKS = dict.fromkeys(map(ord, _INVISIBLE)) | _ALIKE
_BETWEEN = re.compile(r"[ .·*|/-]+")
_APART = r"[ .·*|/-]{1,3}"
_SPACED = re.compile(
    "|".join(
        rf"(?<![^\W_]){_APART.join(word)}(?![^\W_])"
        for word in ("MẬT", "mật", "Mật", "TỐI", "tối", "TUYỆT", "tuyệt", "MAT", "TOI", "TUYET")
    )
)

_STAMPED = re.compile("|".join(_STAMPS))
_SAID = tuple(map(re.compile, _SPOKEN))


def is_marked(text: str) -> bool:
    """Whether words carry a mark of state secrets, or say of a paper that it does.

    Law 29/2018 on the protection of state secrets, article 8. Without accents only what stands out as a mark is one:
    "mat" is also mất, mặt and mát.
    """
    plain = _tidy(text)
    said = any(said.search(plain) for said in (_STAMPED, *_SAID))
    return said or _ALONE.fullmatch(plain) is not None or _stands_out(plain)


def is_marked_name(name: str) -> bool:
    """Whether the name of a file says that it is a state secret; who names a file "KH_mật.docx" means just that."""
    plain = _tidy(name).rpartition(".")[0] or _tidy(name)
    return is_marked(name) or _NAMED.search(plain) is not None or _NAMED_ALONE.fullmatch(plain) is not None


def is_stamped(line: str) -> bool:
    """Whether a line of a document carries a mark as it is stamped, or is nothing but one."""
    plain = _tidy(line)
    return _STAMPED.search(plain) is not None or _ALONE.fullmatch(plain) is not None


def is_standing(line: str) -> bool:
    """Whether a line or a cell, wherever in a document, is nothing but a mark: what speaks of secrets is none."""
    if len(line) > _LONGEST_STANDING:
        return False
    plain = _tidy(line)
    return _STANDING.fullmatch(plain) is not None


def _stands_out(text: str) -> bool:
    """Whether an unaccented MAT is the only word in capitals round about: "van ban so 3 MAT"."""
    for found in _MAT.finditer(text):
        before = _LETTERS.findall(text[max(found.start() - _BESIDE, 0) : found.start()])
        after = _LETTERS.findall(text[found.end() : found.end() + _BESIDE])
        beside = [*before[-1:], *after[:1]]
        if beside and not any(word.isupper() for word in beside):
            return True
    return False


def _tidy(text: str) -> str:
    """The text as it looks: without what is not seen, in plain letters, its marks not spaced out letter by letter."""
    seen = unicodedata.normalize("NFKC", unpiled(text.translate(_LOOKS)))
    # A letter that has only now become ours may have its marks behind it.
    plain = " ".join(unicodedata.normalize("NFC", seen.translate(_LOOKS)).replace("_", " ").split())
    return _SPACED.sub(lambda spaced: _BETWEEN.sub("", spaced[0]), plain)
