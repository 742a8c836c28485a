"""English in an office's line, in the words that we would have typed for it: `in_ours`. Pure."""

import re

from data.words import fold_in_place

# English, the longer first; each as we would have typed it.
_ENGLISH = (
    (r"what can you do", "tro giup"), (r"speed up|hurry up(?: with)?", "khan truong lam"),
    (r"^(?:please )?(?:ask|order|instruct|get|press|push)(?= (?!who|what|when|how|whether|if|why|about)\w)", "yeu cau"),
    (r"justice (?:office|division|department)", "phong Tư pháp"), (r"home affairs(?: office| division)?", "Nội vụ"),
    (r"econom(?:y|ic|ics) (?:office|division|department)", "phong Kinh tế"),
    (r"culture(?: and information)? (?:office|division|department)", "phong VHTT"),
    (r"(?:get|got|receive) (?:the |a |my |our )?(?:message|reminder|notice)s?", "da nhan duoc tin chua"),
    (r"^any (?:difficulties|problems|obstacles)", "co vuong mac gi khong"), (r"because", "vi"), (r"missing", "thieu"),
    (r"(?:have |has )joined", "da tham gia chua"),
    (r"stop(?: all)? remind(?:ing|ers)", "dung nhac"),
    (r"(?:has|have|did) not (?:yet )?(?:report|submit)(?:ted|ed)?", "chua bao"), (r"upcoming deadlines", "sap den han"),
    (r"received (?:the |a |any )?(?:reminder|message|notice)", "da nhan duoc tin chua"), (r"^set task", "dat han viec"),
    (r"assign (.{1,20}?) to", r"giao \1 cho"), (r"^(?:add (?:a )?(?:new )?|new )task(?: for)?", "them viec moi"),
    (r"what happened with|any news (?:of|on|about)", "tinh hinh"), (r"^compare", "so sanh"),
    (r"(?:are |is )?(?:lagging |still )?behind(?: schedule)?", "chua bao"),
    (r"number of", "bao nhieu"), (r"^submit", "trinh"),
    (r"(?:show|see|send)(?: me)? (?:the )?plan", "xem ke hoach"), (r"chair(?:man|woman|person)", "lanh dao"),
    (r"leads?(?=\?)", "ai chu tri"),
    (r"who (?:has|have) not (?:yet )?(?:reported|submitted)|who (?:hasnt|hasn t|havent) reported", "ai chua bao"),
    (r"(?:has|have|is|are) not (?:yet )?(?:reported|submitted)|not (?:yet )?reported|unreported", "chua bao"),
    (r"(?:which|what) units (?:are|is) (?:late|overdue)", "don vi nao cham"),
    (r"(?:which|what) (?:wards|communes) (?:are|is) (?:late|overdue)", "phuong nao cham"),
    (r"(?:set|change|move) (?:the )?(?:deadline|due date)(?: (?:of|for))?", "dat han"),
    (r"^mark", "ghi"), (r"^add", "them"),
    (r"give (?:an )?extension", "cho gia han"),
    (r"pending reports?|reports? (?:waiting|to review)", "bao cao cho duyet"),
    (r"(?:waiting|pending) extensions?", "gia han nao"), (r"(?:difficulties|problems|obstacles)", "vuong mac"),
    (r"(?:have |has )?not (?:yet )?joined", "chua tham gia"), (r"how many", "bao nhieu"),
    (r"who is (?:late|overdue)", "ai cham"), (r"send (?:a )?reminders? to", "nhac"),
    (r"reminders?", "nhac"), (r"(?:which|what) units?", "don vi nao"), (r"(?:which|what) wards?", "phuong nao"),
    (r"(?:which|what) tasks?", "viec nao"), (r"who is (?:the )?(?:latest|slowest)", "ai cham nhat"),
    (r"(?:how is|how are|how about|what about|status of|progress of|progress on)", "tinh hinh"),
    (r"(?:progress|status|summary|overview)", "tinh hinh"),
    (r"(?:remind|urge|chase|nudge|ping)", "nhac"), (r"(?:overdue|past due|late tasks|late)", "qua han"),
    (r"due (?:soon|this week|next week)|upcoming|coming due", "sap den han"),
    (r"when is (.{1,20}?) due", r"han \1 bao gio"), (r"deadline (?:of|for)", "han"),
    (r"(?:export|download|print)", "xuat"),
    (r"(?:send|submit) (?:it |the report |report )?to (?:the )?leaders?", "trinh lanh dao"),
    (r"(?:do not|don t|dont|refuse to) (?:grant|allow|extend)", "khong cho gia han"),
    (r"(?:refuse|reject|deny)(?: (?:the|this|an))*(?: extension)?", "khong cho gia han"),
    (r"(?:grant|approve|allow) (?:the |an )?extension(?: (?:of|for))?|extend", "cho gia han"),
    (r"(?:send back|return|give back)", "tra lai"), (r"(?:accept|acknowledge|approve)", "ghi nhan"),
    (r"(?:announce|broadcast|notify|tell)", "thong bao"), (r"(?:invite|invitation(?: code)?(?: for)?)", "moi"),
    (r"(?:who has joined|who joined|list of chats|list chats|chats)", "danh sach chat"),
    (r"(?:set|change|move) (?:the )?(?:deadline|due date)(?: (?:of|for))?", "dat han"),
    (r"(?:history|log|audit)(?: of)?", "nhat ky"), (r"(?:delivered|delivery)", "giao nhan"),
    (r"(?:questions?)", "cau hoi"), (r"(?:ranking|rank|rank units|leaderboard|best|worst)", "xep hang"),
    (r"(?:help|commands|how to)", "tro giup"), (r"(?:my work|my tasks)", "viec cua toi"),
    (r"(?:hand over|transfer)", "ban giao"), (r"(?:reported|done|finished|completed)", "xong"),
    (r"(?:show|open|see)(?: the| me)*(?: evidence| photos?)", "xem anh"), (r"^evidence", "xem anh"),
    (r"(?:all units|everyone|everybody)", "tat ca"), (r"extension requests?", "gia han nao"),
    (r"grant", "cho gia han"), (r"(?:news )?(?:articles|news)", "tin bai"), (r"what did", ""), (r"list", "danh sach"),
    (r"(?:all |the )?(?:wards and communes|wards|communes)", "cac phuong xa"),
    (r"(?:departments|offices)", "phong ban"), (r"(?:quarter)", "quy"), (r"(?:tasks?)", "viec"),
    (r"units?", "don vi"), (r"(?:reports?)", "bao cao"), (r"(?:except)", "tru"), (r"(?:ward|commune)", ""),
    (r"(?:who leads|who is responsible for)", "ai chu tri"), (r"(?:plan)", "ke hoach"), (r"all", "tat ca"),
    (r"(?:leaders?)", "lanh dao"), (r"(?:and)", "va"), (r"(?:until|till)", "den"),
    (r"(?:please|about|that|did|do|the|of|for|to|at|in|on|is|are|has|have|been|from|me|my|what|how|who)", ""),
)  # fmt: skip
_ENGLISH_ROWS = tuple((re.compile(rf"\b(?:{words})(?![^\W_])"), said) for words, said in _ENGLISH)
_NOT, _POSSESSIVE = re.compile(r"n[’']t\b"), re.compile(r"[’']s\b")
# One of these, in a line without an accent, makes it English.
_TELLS_ENGLISH = re.compile(
    r"\b(?:who|which|how|what|when|task|tasks|remind|urge|report|reports|progress|status|overdue|export|units?|wards?"
    r"|please|approve|accept|extension|deadline|summary|invite|send|help|ranking|due|late|announce"
    r"|show|history|grant|deny|approve|requests?|articles|list|give|add|mark|pending|waiting"
    r"|difficulties|joined|extensions|problems|questions|plan|compare|number|stop|assign|new|deadlines"
    r"|received|happened|submitted|message|any|joined|overall|ask|speed|hurry|order|instruct|office|finish)\b"
)


def in_ours(line: str) -> str | None:
    """A line in English in the words that we would have typed for it; None for one that is not English."""
    plain = fold_in_place(line)
    if plain != line.lower() or not _TELLS_ENGLISH.search(plain) or "how are you" in plain:
        return None
    line = _POSSESSIVE.sub("", _NOT.sub(" not", line))
    plain = fold_in_place(line)
    for words, said in _ENGLISH_ROWS:
        line, plain = _put(line, plain, words, said)
    return " ".join(line.split())


def _put(line: str, plain: str, words: re.Pattern[str], said: str) -> tuple[str, str]:
    """What a pattern finds in the folded line, replaced in the line as written, so that names keep their capitals."""
    parts, at = [], 0
    for found in words.finditer(plain):
        inside = line[found.start(1) : found.end(1)] if found.re.groups else ""
        parts += [line[at : found.start()], said.replace(r"\1", inside)]
        at = found.end()
    line = "".join([*parts, line[at:]])
    return line, fold_in_place(line)
