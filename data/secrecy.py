"""The marks of state secrets in a text, as they are stamped on documents: MẬT, TỐI MẬT, TUYỆT MẬT. Pure."""

import re
import unicodedata

# A mark is a word in capitals with its accents. Where a whole line is typed in capitals, MẬT may be half of another
# word: "BẢO MẬT", "MẬT KHẨU".
_MARK = re.compile(
    r"(?<![^\W_])(?:TUYỆT\s+MẬT|TỐI\s+MẬT"
    r"|(?<!BẢO )(?<!BÍ )(?<!CƠ )(?<!THÂN )(?<!DÂN )MẬT(?! (?:KHẨU|MÃ|ĐỘ|THIẾT|ONG|VỤ|THƯ)(?![^\W_])))(?![^\W_])"
)


def is_marked(text: str) -> bool:
    """Whether `text` carries a mark of state secrets (Law 29/2018 on the protection of state secrets, article 8)."""
    return _MARK.search(" ".join(unicodedata.normalize("NFC", text).split())) is not None
