"""Letters of the years before Unicode: TCVN3 (".VnTime") and VNI ("VNI-Times") in a text → Unicode, where it is one.

The tables are those of TCVN 5712:1993 (its VN3) and of VNI's Windows fonts. A text is taken for one of them only where
what comes out are syllables of Vietnamese, and what stands there are not.
"""

import re
import unicodedata
from functools import lru_cache

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "a": dict(zip("øùûõïêéèúüëâáàåãä", "àáảãạăắằẳẵặâấầẩẫậ", strict=True)),
    "e": dict(zip("øùûõïâáàåãä", "èéẻẽẹêếềểễệ", strict=True)),
    "o": dict(zip("øùûõïâáàåãä", "òóỏõọôốồổỗộ", strict=True)),
    "u": dict(zip("øùûõï", "ùúủũụ", strict=True)),
    "y": dict(zip("øùûõ", "ỳýỷỹ", strict=True)),
    "ô": dict(zip("øùûõï", "ờớởỡợ", strict=True)),
    "ö": dict(zip("øùûõï", "ừứửữự", strict=True)),
}
_VNI = {base + mark: letter for base, marks in _VNI_MARKS.items() for mark, letter in marks.items()}
_VNI |= dict(zip("ñôöìíæóòî", "đơưìíỉĩịỵ", strict=True))
_VNI |= {old.upper(): new.upper() for old, new in _VNI.items()}
_VNI_ONE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_WRITTEN = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep "
    "et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai "
    "oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông "
    "ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut "
    "uy uya uych uyên uyêt uynh uyt uyu uơ ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yên yêm "
    "yêng yêt yêu"
)
_RHYMES = frozenset(_WRITTEN.split())
_GLIDING = "ai ao au ay âu ây eo êu oi ôi ơi ui ưi iu ưu ia ua ưa"
_FIRST_MARKED = frozenset(_GLIDING.split())
"""In these the tone stands on the first vowel: "xaõ" is none of Unicode."""

_SYLLABLE = re.compile(r"(ngh|ng|nh|ch|tr|th|ph|kh|gh|gi|qu|[bcdđghklmnprstvx])?(\w+)")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_OLD = re.compile("[\x80-\xff]")
_NEW = re.compile("[\u0100-\u01b0\u1ea0-\u1ef9\u0300-\u0323]")
_LETTER = re.compile(r"[A-Za-z]")
_ENOUGH = 100
_SPOKEN, _MEANT = 0.5, 0.8
"""At most so much of it reads as Unicode, at least so much once it is converted."""

LONGEST = 40_000
"""Letters of one text that are looked at."""


def modern(text: str) -> str:
    """The text in Unicode, where it is one in TCVN3 or VNI; else as it is."""
    if not _OLD.search(text) or _NEW.search(text) or len(text) > LONGEST:
        return text
    # Most texts are of today: so much is seen by their first words.
    marked = [word for word in text.split() if not word.isascii() and _LETTER.search(word)][:_ENOUGH]
    if not marked or sum(map(is_said, marked)) > _SPOKEN * len(marked):
        return text
    trials = [trial for trial in (tcvn3(text), vni(text)) if trial != text]
    best = max(trials, key=lambda trial: _share(text, trial)[1], default=text)
    if best == text:
        return text
    spoken, meant = _share(text, best)
    return best if spoken <= _SPOKEN and meant >= _MEANT else text


def tcvn3(text: str) -> str:
    """Letter by letter."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def vni(text: str) -> str:
    """A letter with its mark behind it."""
    return _VNI_ONE.sub(lambda found: _VNI[found[0]], text)


def _share(old: str, new: str) -> tuple[float, float]:
    """Which part of the words that differ are syllables, as they stand and as converted."""
    before, after = old.split(), new.split()
    pairs = [(a, b) for a, b in zip(before, after, strict=False) if not a.isascii() and _LETTER.search(a)]
    if len(before) != len(after) or not pairs:
        # There is nothing to go by.
        return 1.0, 0.0
    return sum(is_said(a) for a, _ in pairs) / len(pairs), sum(is_said(b) for _, b in pairs) / len(pairs)


@lru_cache(maxsize=8_192)
def is_said(word: str) -> bool:
    """Whether every run of letters in a word is a syllable; figures are said as well."""
    if word.isascii():
        return True
    bare = re.sub(r"[\d.,;:!?()\[\]/\"“”‘’'%&+*=<>-]+", " ", word).split()
    return bool(bare) and all(map(is_syllable, bare))


def is_syllable(word: str) -> bool:
    """Whether it is a syllable of Vietnamese, or letters without marks such as an abbreviation."""
    if word.isascii():
        return word.isalpha()
    marked = unicodedata.normalize("NFD", word.lower())
    plain = unicodedata.normalize("NFC", marked.translate(_TONES))
    tones = sum(ord(letter) in _TONES for letter in marked)
    found = _SYLLABLE.fullmatch(plain)
    if found is None or tones > 1:
        return False
    initial, rhyme = found[1] or "", found[2]
    if rhyme in _FIRST_MARKED and tones and ord(unicodedata.normalize("NFD", word.lower())[-1]) in _TONES:
        return False
    return rhyme in _RHYMES or (initial in {"gi", "qu"} and f"{initial[1]}{rhyme}" in _RHYMES)
