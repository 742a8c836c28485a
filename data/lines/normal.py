"""The normal form of a typed line: plain words in small letters, whatever the keyboard and the haste made of them.

Accents are taken off, save where they tell a word from another that means something to us: "đăng" is not "đang", "hoãn"
not "hoàn", "dạ" not "đã". What a keyboard left ("vieejc", "kho6ng"), short words ("ko", "đc", "v1 3t") and numbers in
words ("việc mười hai") become what they stand for. Marks stand apart; a line break is a mark. Pure.
"""

import re
import unicodedata
from functools import lru_cache

from data.lines.english import is_english, translated
from data.lines.numbers import NOUNS
from data.words import fold, is_slip, unpiled, vocabulary

MOST = 4000
"""So many letters of a line are read."""

# Folded → the ways with accents that are this word; written otherwise it stays as it was typed, and fits no phrase.
_SPELT = {
    "dang": "đang", "hoan": "", "a": "ạ á", "chu": "chú chủ", "may": "mấy", "ha": "", "chua": "chưa chửa",
    "cho": "cho", "se": "sẽ", "moi": "mới môi mối", "han": "hạn",
    "bao": "báo bao", "mai": "mai", "trong": "trong", "hong": "hong", "vang": "vâng", "da": "đã", "nhac": "nhắc",
    "muc": "mục mực", "ket": "kết két", "tac": "tác tạc",
    "ban": "bạn bản ban", "sua": "sửa", "loi": "lời lối lợi", "dung": "đúng dùng dựng dụng", "mat": "mất mặt",
    "xong": "xong song", "doi": "đổi đợi", "gap": "gặp", "vuong": "vướng vuớng vưỡng vuờng",
    "sap": "sắp", "gan": "gần", "thieu": "thiếu",
    "con": "còn con", "huy": "hủy huỷ huy", "quen": "quên", "lui": "lùi lui", "hen": "hẹn", "nham": "nhầm lầm",
    "kho": "khó", "muon": "muộn muốn", "van": "vẫn văn vấn", "dau": "đâu đầu đấu dấu", "thay": "thấy thay",
}  # fmt: skip
_KEPT = {fold_: frozenset(ways.split()) for fold_, ways in _SPELT.items()}

_SHORT = {
    "ko": "khong", "k": "khong", "kg": "khong", "kh": "khong", "hok": "khong", "hông": "khong", "hem": "khong",
    "khg": "khong", "kp": "khong phai", "kps": "khong phat sinh", "ps": "phat sinh", "hk": "khong", "hổng": "khong",
    "dc": "duoc", "đc": "duoc", "đuoc": "duoc", "dk": "duoc", "đk": "duoc", "r": "roi", "rui": "roi", "vs": "voi",
    "bc": "bao cao", "bcao": "bao cao", "baocao": "bao cao", "vc": "viec", "cv": "cong viec", "nv": "nhiem vu",
    "ht": "hoan thanh", "htcv": "hoan thanh viec", "hthanh": "hoan thanh", "hd": "hoat dong", "hđ": "hoat dong",
    "dv": "don vi", "đv": "don vi", "dvi": "don vi", "e": "em", "c": "chi", "bn": "bao nhieu", "j": "gi", "ji": "gi",
    "gj": "gi", "ntn": "nhu the nao", "tn": "the nao", "bh": "bao gio", "lm": "lam", "mn": "moi nguoi", "vg": "vang",
    "vag": "vang",
    "tks": "cam on", "thanks": "cam on", "thank": "cam on", "thx": "cam on", "sdt": "so dien thoai",
    "sđt": "so dien thoai", "lđ": "lanh dao", "ld": "lanh dao", "hnay": "hom nay", "hqua": "hom qua", "qh": "qua han",
    "gh": "gia han", "mc": "minh chung", "kq": "ket qua", "nd": "noi dung", "kk": "kho khan", "vm": "vuong mac",
    "oke": "ok", "okk": "ok", "okey": "ok", "note": "noted", "oki": "ok", "okie": "ok", "okay": "ok", "okê": "ok",
    "okla": "ok", "uh": "u", "ừ": "u", "uhm": "u",
    "ừm": "u", "z": "vay", "v": "vay", "zậy": "vay", "roi": "roi", "ròi": "roi", "gòi": "roi", "stt": "viec so",
    "xog": "xong", "xon": "xong", "xomg": "xong", "xng": "xong", "xoong": "xong", "chx": "chua", "cx": "cung",
    "ak": "a", "ah": "a", "ạh": "a", "zo": "vao", "dag": "dang", "đag": "dang", "vien": "viec", "cty": "cong ty",
    "ttrinh": "to trinh", "kphi": "kinh phi", "tphap": "tu phap", "bt": "binh thuong", "k0": "khong", "thui": "thoi",
    "sn": "sao", "nhaa": "nha", "nhá": "nhe", "nhé": "nhe", "nka": "nha", "nhoa": "nha",
    "mk": "minh", "mik": "minh", "mh": "minh", "trc": "truoc", "trk": "truoc", "nx": "nua",
    "lun": "luon", "xg": "xong", "xonh": "xong", "xobg": "xong", "xogn": "xong", "phg": "phuong", "pg": "phuong",
    "bik": "biet", "bít": "biet", "ms": "moi", "cg": "cung", "chẳng": "khong", "chả": "khong", "hogn": "khong",
    "dzồi": "roi", "dồi": "roi", "zồi": "roi", "rồii": "roi", "rùi": "roi", "rùii": "roi", "rr": "roi", "dzoi": "roi",
    "zoi": "roi", "chư": "chua", "chưă": "chua", "chứa": "chua", "hcua": "chua", "chauw": "chua", "chuwă": "chua",
    "s": "sao", "lsao": "lam sao",
    "tnao": "the nao", "lien": "lien", "kstthc": "kiem soat tthc", "vua": "vua", "dag ky": "dang ky",
}  # fmt: skip
del _SHORT["vien"], _SHORT["lien"], _SHORT["vua"], _SHORT["dag ky"], _SHORT["roi"]
# Words of which the first letter alone stands before the last part, "n.vụ" too; by their folded form.
_CLIPPED = {
    "nvu": "nhiem vu", "nhvu": "nhiem vu", "nvj": "nhiem vu", "cviec": "cong viec", "hthanh": "hoan thanh",
    "hthien": "hoan thien", "bcao": "bao cao", "kqua": "ket qua", "dvi": "don vi", "psinh": "phat sinh",
    "cvan": "cong van", "mchung": "minh chung", "khoach": "ke hoach", "vmac": "vuong mac", "ttruyen": "tuyen truyen",
    "gnhan": "ghi nhan", "ndung": "noi dung", "hdong": "hoat dong", "ghan": "gia han", "nv": "nhiem vu",
    "cv": "cong viec", "ht": "hoan thanh", "bc": "bao cao", "ps": "phat sinh", "mc": "minh chung", "gh": "gia han",
}  # fmt: skip
_DOTTED = re.compile(r"(?<![^\W_])(?P<first>[a-zđ])(?:\.|/(?=t(?!\w)))(?P<rest>[^\W\d_]+)")
_SWAPPED = re.compile(r"(?<=[aeiouyăâêôơư])(?<!\bsi)(?<!desi)gn(?![^\W_])")  # "phogn sự"
_COMRADE = re.compile(r"(?<![^\W_])[đd]/c(?![^\W_])")
_POINTS = re.compile(r"(?:^|(?<=[,;.] ))(?P<point>\s*\d{1,2})/(?=\s+[^\W_])", re.MULTILINE)  # "12/ chưa có"
_SHEETS = re.compile(r"(?P<sheets>\d tờ) rồi\b")  # in these the sheets are no leaflets
_ABOUT = re.compile(r"(?<![^\W_])v/v(?![^\W_])|(?<![^\W_])(?P<task>v)\.(?=\d)")
_SHORT_COUNTS = {"t": "tin", "b": "bai", "tb": "tin bai", "ps": "phong su", "cm": "chuyen muc"}
_SHORT_FIRST = {"x": "xong", "v": "viec", "k": "khong"}  # right before a number
_SLIPS = tuple(
    (re.compile(rf"\b(?:{typed})\b"), ours)
    for typed, ours in (
        (r"ho[aà]n (?:than|tanh|thah|thnah|thanhh|thamh|thanhg|thnh)", "hoan thanh"),
        (r"mức(?= do\b)", "muc"),
        (r"(?:mức|(?<=cong )muc|(?<=dvc )muc|(?<=tuyen )muc)(?= \d)", "muc do"),
        (r"chu(?!ng|an|yen|yên|a|i|m)[a-zăâêôơưđ]{1,2}(?= (?:xong|hoan thanh|lam|bao|nop|gui)\b)", "chua"),
        (r"(?:ch|cha|cua|cuha|chu|hua)(?= (?:xong|hoan thanh)\b)", "chua"),
        (r"to gấp", "to gap"),
        (r"theo dõi", "theo doi"),
        (r"bàn giao", "ban giao"),
        (r"chỗ nao", "cho nao"),
        (r"giay mời", "giay moi"),
        (r"khổ so", "kho so"),
        (r"bao h", "bao gio"),
        (r"(?:may|mấy) h", "may gio"),
        (r"(?:fat|pat) sinh|phat (?:sin|sih|shinh|sunh|sing|sinhh)|phatsinh", "phat sinh"),
        (r"gia (?:hanh|hna|hn|hang|hann)|giahan", "gia han"),
        (r"(?:vuớng|vuong|vướg|vuog) (?:mac|mắc|măc)", "vuong mac"),
        (r"minh (?:chug|chưng|chugn)", "minh chung"),
        (r"(?:nhiệm|nhiem|nhiêm) (?:vu|vụ)", "nhiem vu"),
    )
)
_WHOLE = re.compile(r"\bhoàn(?= (?:thanh|thien|tat|chinh)\b)")
_TOKEN = re.compile(r"\d+(?:\.\d+)+(?![\w.])|\d+|[^\W\d_]+|[^\w\s]|_|\n")
_GLUED = re.compile(r"[a-zđ]*\d[a-zđ\d]*")
_VNI = re.compile(r"(?<![a-zđ\d])[a-zđ]+[1-9]{1,2}[a-zđ]+[1-9]{0,2}(?![a-zđ\d])")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?"
    r"(?:oai|oay|uay|uoi|ieu|yeu|uye|uya|oeo|uou|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|[aeiouy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)
_AS_DECODED = frozenset({"đăng", "hoãn", "hoàn", "dạ", "chờ"})
_NO_KEYBOARD = vocabulary(
    "has is as us yes for or of ok docs bus news his was does if off what when who how where"
    " why new list two whats wrong now"
)
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_VNI_TONES = dict(zip("12345", _TONES.values(), strict=True))
_HATS = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_VNI_HATS = {"a6": "â", "e6": "ê", "o6": "ô", "a8": "ă", "o7": "ơ", "u7": "ư", "d9": "đ"}
_KEY_WORDS = (
    "xong",
    "viec",
    "chua",
    "khong",
    "thanh",
    "phat",
    "sinh",
    "vuong",
    "minh",
    "chung",
    "nhan",
    "nhiem",
    "hoan",
)


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """The line in its normal form: words, numbers and marks, a single space between them."""
    line = unicodedata.normalize("NFC", unpiled(text[:MOST])).lower()
    line = _SWAPPED.sub("ng", line)
    line = _COMRADE.sub("đồng chí", line)
    line = _POINTS.sub(r"\g<point>:", line)
    line = _SHEETS.sub(r"\g<sheets> - rồi", line)
    line = _DOTTED.sub(_undotted, _ABOUT.sub(lambda found: found["task"] or "về việc", line))
    line = _VNI.sub(_of_vni, line)
    found = _TOKEN.findall(line)
    glued = _glued(line)
    wholly = is_english(found)
    words = found if wholly else [_word(token, found, at, glued) for at, token in enumerate(found)]
    said = " ".join(word for word in words if word)
    for pattern, ours in _SLIPS:
        said = pattern.sub(ours, said)
    said = _WHOLE.sub("hoan", said)
    return _with_numbers(translated(said, wholly=wholly))


def _undotted(found: re.Match[str]) -> str:
    """A short word without its dot: "n.vụ"; where there is none such, two words."""
    return _CLIPPED.get(fold(found["first"] + found["rest"]), found[0])


def _glued(line: str) -> frozenset[str]:
    """The words that stand right at a digit: "3t", "v1"."""
    return frozenset(part for found in _GLUED.findall(line) for part in re.findall(r"[a-zđ]+", found))


def _word(token: str, row: list[str], at: int, glued: frozenset[str]) -> str:
    if not token[0].isalpha():
        return "" if unicodedata.category(token[0]) in {"So", "Sk", "Mn", "Cf", "Cn"} else token
    if at and row[at - 1][0].isdigit() and (token in {"t", "b"} or token in glued) and token in _SHORT_COUNTS:
        return _SHORT_COUNTS[token]
    if token in _SHORT_FIRST and at + 1 < len(row) and row[at + 1][0].isdigit():
        return _SHORT_FIRST[token]
    return _SHORT.get(token) or _known(token)


@lru_cache(maxsize=8192)
def _known(token: str) -> str:
    """A word without accents, unless with them it is none of ours."""
    if token.isascii() and token not in _CLIPPED and not _SYLLABLE.fullmatch(token):
        decoded = _of_telex(token)
        if decoded != token and fold(decoded) not in _KEY_WORDS and (meant := _slip(token)):
            return meant
        if decoded != token and decoded not in _AS_DECODED:
            return fold(decoded)
        token = decoded
    word = fold(token)
    if word in _CLIPPED and not _SYLLABLE.fullmatch(word):
        return _CLIPPED[word]
    if word != token and word in _KEPT and token not in _KEPT[word]:
        return token
    if len(word) > len("xon") and not _SYLLABLE.fullmatch(word) and not word.startswith("z"):
        return _slip(word) or word
    return word


def _slip(word: str) -> str | None:
    """The one word of work that a word is a slip of."""
    near = [key for key in _KEY_WORDS if key[0] == word[0] and is_slip(word, key)] if len(word) > len("xon") else []
    return near[0] if len(near) == 1 else None


def _of_telex(token: str) -> str:
    """What the keys of Telex would have written: "vieejc" → "việc"; the token itself where that is no syllable."""
    if token in _NO_KEYBOARD or token.startswith("z") or len(token) > len("nghieengs"):
        return token
    tone = next((_TONES[letter] for letter in reversed(token[1:]) if letter in _TONES), "")
    bare = token
    if tone:
        at = max(place for place, letter in enumerate(token) if place and letter in _TONES)
        bare = token[:at] + token[at + 1 :]
    for keys, letter in _HATS.items():
        bare = bare.replace(keys, letter)
    bare = re.sub(r"uow?", "uo", bare) if "w" in bare else bare
    bare = bare.replace("w", "")
    return _toned(bare, tone) if _SYLLABLE.fullmatch(fold(bare)) else token


def _of_vni(found: re.Match[str]) -> str:
    """The same of VNI: "kho6ng" → "không"."""
    bare = found[0]
    for keys, letter in _VNI_HATS.items():
        bare = bare.replace(keys, letter)
    tone = next((_VNI_TONES[letter] for letter in bare if letter in _VNI_TONES), "")
    bare = re.sub(r"\d", "", bare)
    return _toned(bare, tone) if _SYLLABLE.fullmatch(fold(bare)) else found[0]


def _toned(word: str, tone: str) -> str:
    """The word with its tone on the vowel that bears it."""
    vowels = [at for at, letter in enumerate(word) if fold(letter) in "aeiouy"]
    if not tone or not vowels:
        return word
    at = vowels[-1] if vowels[-1] < len(word) - 1 else vowels[max(0, len(vowels) - 2)]
    return unicodedata.normalize("NFC", word[: at + 1] + tone + word[at + 1 :])


_ONES = {
    "mot": 1, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7,
    "bảy": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_ONE = "|".join(_ONES)
_SPOKEN = "|".join(each for each in _ONES if each != "lam")  # "lăm" stands behind a ten alone
_COUNTED = rf"(?:{NOUNS}|van ban|ban tin|de cuong|bieu ngu|khau hieu)"
_TEENS = re.compile(rf"\b(?:(?P<tens>hai|ba|bon|nam) )?muoi(?: (?P<ones>{_ONE}))?\b(?! (?:gio|phut))")
_NAMED_ONE = re.compile(
    rf"\b(?P<lead>(?:viec|nhiem vu)(?: so| thu)?|so|thu tu|nv|muc) (?P<ones>{_SPOKEN})\b(?! (?:nay|kia))"
)
_DONE_ONE = re.compile(
    rf"\b(?P<lead>xong|hoan thanh|phat sinh) (?P<ones>{_SPOKEN})(?= [,.;]|$| (?:a|nhe|roi|va|voi)\b)"
)
_COUNT_ONE = re.compile(rf"\b(?:(?P<ones>{_SPOKEN}) (?={_COUNTED}\b)|(?P<few>mot|hai|ba|bon) (?=(?:viec|nhiem vu)\b))")
_FIRST_ONE = re.compile(rf"^(?P<lead>) ?(?P<ones>{_SPOKEN})(?= (?:voi|va|,) (?:viec |nhiem vu )?\d)")
_NEXT_ONE = re.compile(
    rf"(?<=\d )(?P<lead>,|va|voi) (?P<ones>{_SPOKEN})(?= [,.;]|$| (?:deu|xong|hoan|khong|chua|da|roi|a)\b)"
)


def _with_numbers(said: str) -> str:
    """The line with the numbers in words that can be nothing else: behind "việc", "số", before what is counted."""
    if not re.search(rf"\b(?:muoi|{_ONE})\b", said):
        return said
    said = _TEENS.sub(lambda found: str(_ONES.get(found["tens"], 1) * 10 + _ONES.get(found["ones"], 0)), said)
    for pattern in (_NAMED_ONE, _DONE_ONE, _NEXT_ONE, _FIRST_ONE):
        said = pattern.sub(lambda found: f"{found['lead']} {_ONES[found['ones']]}", said)
    return _COUNT_ONE.sub(lambda found: f"{_ONES[found['ones'] or found['few']]} ", said)
