"""The marks of state secrets (MẬT, TỐI MẬT, TUYỆT MẬT) in what people type and at the head of documents. Pure."""

import re
import unicodedata

_BEGINS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_GAP = r"[\s_.-]+"
# What makes another word of it, before and behind: bảo mật, bí mật; mật khẩu, mật độ, mật ong.
_NOT_AFTER = "".join(
    f"(?<!{word} )"
    for word in ("bảo", "bí", "cơ", "thân", "dân", "mộc", "đường", "bao", "bi", "co", "than", "dan", "ra")
)
_NOT_BEFORE = rf"(?!{_GAP}(?:khẩu|mã|độ|thiết|ong|vụ|thư|danh|ngữ|lệnh|hoa|khau|ma|do|thiet|vu|thu|bang|tran){_ENDS})"
_PAPER = r"(?:văn bản|công văn|tài liệu|hồ sơ|quyết định|báo cáo|kế hoạch|tờ trình|vb|cv|bc|kh|tt|qđ|đóng dấu|dấu|loại)"
_PLAIN_PAPER = (
    r"(?:van ban|cong van|tai lieu|ho so|quyet dinh|bao cao|ke hoach|to trinh|vb|cv|bc|kh|tt|qd|dong dau|dau|do)"
)

# As it is stamped: in capitals, wherever it stands.
_STAMPS = (
    rf"{_BEGINS}(?:TUYỆT|TỐI){_GAP}MẬT{_ENDS}",
    rf"{_BEGINS}(?:TUYET|TOI){_GAP}MAT{_ENDS}",
    rf"{_BEGINS}(?i:{_NOT_AFTER})MẬT(?i:{_NOT_BEFORE}){_ENDS}",
)
# As people write of it: the higher degrees, a degree in brackets or behind a colon, a marked paper.
_SPOKEN = (
    rf"(?i){_BEGINS}(?:tuyệt|tối){_GAP}mật(?:{_NOT_BEFORE}){_ENDS}",
    rf"(?i){_BEGINS}tuyet{_GAP}mat{_ENDS}",
    r"(?i)[(\[]\s*(?:tuyệt\s+|tối\s+|tuyet\s+|toi\s+)?(?:mật|mat)\s*[)\]]",
    rf"(?i){_BEGINS}độ mật\s*:\s*(?!không)\w",
    rf"(?i){_BEGINS}{_PAPER} (?:độ )?mật(?:{_NOT_BEFORE}){_ENDS}",
    rf"(?i:{_BEGINS}{_PLAIN_PAPER}) MAT(?i:{_NOT_BEFORE}){_ENDS}",
    rf"(?i){_BEGINS}{_PLAIN_PAPER} toi{_GAP}mat{_ENDS}(?=\W*(?:$|[^\w\s]|so\b|ve\b|cua\b|\d))",
)
_NAMED = re.compile(rf"(?i){_BEGINS}{_NOT_AFTER}mật(?:{_NOT_BEFORE}){_ENDS}")
_NAMED_ALONE = re.compile(r"(?i)(?:tuyet|toi) mat")
_ALONE = re.compile(r"(?i)\W*(?:độ mật\W+)?(?:tuyệt |tối )?mật\W*|\W*MAT\W*")
_MAT = re.compile(rf"{_BEGINS}(?i:{_NOT_AFTER})MAT(?i:{_NOT_BEFORE}){_ENDS}")
_LETTERS = re.compile(r"[^\W\d_]+")

_STAMPED = re.compile("|".join(_STAMPS))
_SAID = tuple(map(re.compile, _SPOKEN))


def is_marked(text: str) -> bool:
    """Whether words carry a mark of state secrets, or say of a paper that it does.

    Law 29/2018 on the protection of state secrets, article 8. Without accents only what stands out as a mark is one:
    "mat" is also mất, mặt and mát.
    """
    plain = _tidy(text)
    return is_stamped(plain) or any(said.search(plain) for said in _SAID) or _stands_out(plain)


def is_marked_name(name: str) -> bool:
    """Whether the name of a file says that it is a state secret; who names a file "KH_mật.docx" means just that."""
    plain = _tidy(name).rpartition(".")[0] or _tidy(name)
    return is_marked(name) or _NAMED.search(plain) is not None or _NAMED_ALONE.fullmatch(plain) is not None


def is_stamped(line: str) -> bool:
    """Whether a line of a document carries a mark as it is stamped, or is nothing but one."""
    plain = _tidy(line)
    return _STAMPED.search(plain) is not None or _ALONE.fullmatch(plain) is not None


def _stands_out(text: str) -> bool:
    """Whether an unaccented MAT is the only word in capitals round about: "van ban so 3 MAT"."""
    for found in _MAT.finditer(text):
        before, after = _LETTERS.findall(text[: found.start()]), _LETTERS.findall(text[found.end() :])
        beside = [*before[-1:], *after[:1]]
        if beside and not any(word.isupper() for word in beside):
            return True
    return False


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("_", " ").split())
