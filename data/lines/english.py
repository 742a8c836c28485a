"""What English stands for in the normal form; of a line that is English as a whole no keyboard is undone. Pure."""

import re
from collections.abc import Sequence

from data.words import vocabulary

# Words of English that are none of Vietnamese, typed without accents or with the keys of Telex left in.
_ENGLISH = vocabulary(
    "about accepted activities activity add after afternoon again all already and answer anything approved are"
    " article articles been before being birthday bot both budget but by bye call can cancel cannot change complete"
    " completed contact correct could date day days deadline deadlines dear delete did difficulties difficulty"
    " document documents does doing don done due each english evening every everything extend extended extension"
    " file finish finished first for form friday from get getting give good got great had happy has have haven"
    " having hello help here hey how if isn issue issues item items keep know language late later left list lovely"
    " lunch madam made make may mean means message messages might mine mistake monday money month more morning must"
    " my need needs new news next nice night not noted nothing now number officer official okay one or other our"
    " ours overdue people person phone photo picture piece pieces plan please possible post posts problem problems"
    " quarter question ready receive received recorded remind reminder reminders reminding remove report reported"
    " reporting reports right saturday second see send sending sent shall should show sir something soon sorry speak"
    " staff still stop stuck submit submitted sunday system task tasks tell template than thank thanks that their"
    " then there these they this those three thursday time today tomorrow tuesday two understood undo unit units"
    " until update use using vietnamese want ward wards was wednesday week weekend were what when where which who"
    " whom whose why will with work works working format command commands enough many"
    " understand little bit running able working draft drafting leader signed sign signature waiting wait published"
    " printed held meeting training ask asked extension postpone postponed another copy attached attach figures number"
    " twice again still only except both everyone busy hold check checked"
    " much long would wrong year yes yesterday yet you your yours"
)
# Words of both: they hinder nothing and prove nothing.
_EITHER = vocabulary(
    "a also am an any as at bai be d do go he hi i in is it just ll m me no of ok on out re s so t the tin to too"
    " up us ve we"
)


def is_english(words: Sequence[str]) -> bool:
    """Whether the words of a line are English for the most part, and some of them surely."""
    known = [word for word in words if word.isalpha() and not word.startswith("zday")]
    sure = sum(word in _ENGLISH for word in known)
    return sure > 0 and 5 * sum(word in _EITHER or word in _ENGLISH for word in known) >= 4 * len(known)


def _row(ours: str, *words: str) -> tuple[str, re.Pattern[str]]:
    """What some ways to say a thing in English are in ours."""
    return ours, re.compile(rf"\b(?:{'|'.join(words)})\b")


# How a sentence begins → the question that it asks; the tasks that it names by number stand before it.
_SENTENCES = (
    _row(
        "vi sao nhac",
        r"why\b",
        r"stop (?:remind|send|text|messag)ing",
        r"(?:you |this )?(?:keep|always) remind\w*",
    ),
    _row(
        "ngon ngu",
        r"(?:(?:can|could|do|does|will|would|may|please|i|you|we|the|it|bot|want|to|like) )*"
        r"(?:speak|talk|use|write|reply|answer|switch|change|understand|know)\b.*\b(?:english|vietnamese)",
        r"(?:do you have |is there |in |an? )*english\b",
    ),
    _row(
        "bao nhieu don vi da nop",
        r"(?:how many|which) (?:unit|ward|commune|office|agenc)\w*",
        r"who (?:else )?has(?:n t)?\b",
    ),
    _row(
        "la gi",
        r"(?:what|which|show|tell|give|list|see|explain)\b.*\b(?:task|number) \d+",
    ),
    _row(
        "viec nao qua han khong",
        r"(?:am i|are we|is (?:anything|something|it)|do (?:i|we) have|any(?:thing)?|which|what)\b.*\b(?:late|overdue)",
    ),
    _row(
        "bao gio han",
        r"(?:when|by when|until when|what (?:time|day|date)|how (?:long|many (?:more )?days))\b",
        r"(?:what (?:is|s) )?(?:the |my |our )*(?:deadline|due date)s?(?! (?:to|until|passed))",
        r"(?:is it|am i|are we) too late",
        r"is the deadline",
        r"can (?:i|we) still",
    ),
    _row(
        "viec cua toi",
        r"(?:what|which)\b.*\b(?:tasks?|duties|reports)\b",
        r"what\b.*\b(?:i|we)\b.*\b(?:do|report|submit|send|finish|complete)\b",
        r"how many (?:tasks|reports|things)",
        r"what (?:is|s) (?:left|still|pending|outstanding|remaining|next|due)\b",
        r"(?:show|list|send|give|see|view)(?: me)?(?: all)?(?: of)?(?: (?:my|our|the))? (?:tasks?|work|duties)\b",
        r"(?:(?:do (?:i|we) have|is there) )?any(?:thing)?\b.*\b(?:tasks?|due|do|report|submit)\b",
        r"to ?do list",
        r"my tasks",
    ),
    _row(
        "da duoc ghi nhan chua",
        r"(?:can|could) you (?:please )?(?:confirm|check)\b",
        r"(?:is|are|was|were) (?:task|number|my|our|the|it)\b.*\b(?:done|finished|complete|completed|ok|fine)",
        r"(?:have|has|had|did|was|were|is|are)\b.*\b(?:receiv\w+|got|get|accepted|approved|recorded|registered"
        r"|counted|noted|saved|through|report|reported|submit|submitted|arrived?|checked)\b",
    ),
    _row(
        "cho xin mau bao cao",
        r"(?:can|could|may|please|send|give|share|where|i need|need|lost|do you have)\b.*\b(?:template|form|sample)\b",
    ),
    _row(
        "cho xin ke hoach",
        r"(?:can|could|may|please|send|give|share|where|i need|need|i lost|do you have)\b.*\bplan\b",
    ),
    _row(
        "lien he ai",
        r"(?:who|whom)\b.*\b(?:contact|ask|call|charge|responsible|talk|speak)",
        r"(?:can|could|may) (?:i|we|you) (?:talk|speak|call|contact)",
        r"(?:i want to|let me) (?:talk|speak) (?:to|with)",
        r"(?:phone|contact) (?:number|person)",
    ),
    _row(
        "bao cao the nao",
        r"(?:how|where) (?:to|do|can|should|shall|must|does|could)\b",
        r"(?:can|could|may|should) (?:i|we|you)\b(?!.*\b(?:extension|more time|extend)\b)",
        r"(?:can|could) you help",
        r"help\b",
        r"(?:what|which) (?:format|command|kind|way|word|number|should|happens|does|can|is this)\w*",
        r"how (?:many|much)",
        r"(?:i don t|don t|i do not) (?:know|understand)",
        r"do (?:i|we) (?:need|have)\b",
        r"what (?:can|is|are|do) (?:you|this)",
    ),
)
_COURTESY = re.compile(
    r"^(?:(?:hi|hello|hey|dear|sorry|excuse me|please|ok|so|and|but|well|sir|madam|there|all|bot"
    r"|(?:can|could) you (?:please )?tell (?:me|us)|do you know|tell (?:me|us)|i (?:want|would like) to know"
    r"|may i ask)\b"
    r"[ ,.]*)+"
)

_MAY_I = "(?:i|we|can|could|may|need|want|have|get|ask|request|would like|an|some|to|for)"
# Words inside a line → ours, in this order.
_PHRASES = (
    _row(
        "chua xong",
        r"(?:will be|is|are|am|be|running) (?:a (?:bit|little) )?late(?: with| on)?",
        r"(?:(?:have|has|did|is|was|are|could|can|will|wo)n? t|cannot|not)(?: yet)? (?:been )?(?:be )?"
        r"(?:done|finish\w*|completed?|ready|sent|send|submit\w*|report(?:ed)?)(?: yet)?",
        r"(?:there (?:is|s) )?no reports?(?: yet)?",
    ),
    _row(
        "se hoan thanh",
        r"(?:will be|will|shall|going to|plan to|hope to|trying to) (?:finish\w*|complete\w*|submit|report|send|do"
        r"|done)",
    ),
    _row(
        "khong phat sinh",
        r"(?:there (?:is|was) )?(?:nothing to report|no activit(?:y|ies)|nothing(?: new| happened)?"
        r"|no (?:news|articles?|posts?|items?|results?)(?: (?:items?|or (?:news|articles?|posts?)))*)",
    ),
    _row(
        "khong co kinh phi",
        r"(?:(?:we|i|there is|have|lack) )*no (?:budget|money|funds?|funding|staff|people|equipment)",
    ),
    _row(
        "xong",
        r"(?:is |are |has been |have been |already )?(?:done|finished|completed|complete)(?: with)?",
    ),
    _row(
        "da nhan",
        r"(?:received|noted|got it|understood|roger|copy that|copied|will do|yes sir|yes madam)(?: with thanks)?",
    ),
    _row(
        "dang lam",
        r"(?:(?:i m|i am|we are|we re|still|currently|is) )*(?:in progress|working on|under way|ongoing)(?: it)?",
    ),
    _row(
        "nhac sau",
        r"remind (?:me|us) (?:again )?(?:later|tomorrow)",
    ),
    _row(
        "bao gio han",
        r"(?:when is|what is|whats|what s)(?: the)? (?:deadline|due date)",
        r"deadlines?",
        r"due date",
        r"when is",
    ),
    _row(
        "gia han",
        rf"(?:{_MAY_I} )*(?:extend|extension|more time)(?: (?:of|for|the|bao gio han|on))*(?: please)?",
    ),
    _row(
        "da nop",
        r"(?<!have )(?<!has )(?:i|we) (?:(?:have|already|just) )*(?:submitted|sent|reported)",
        r"(?:has|have|was) been (?:submitted|sent|reported)",
    ),
    _row(
        "bao cao",
        r"(?:my |our |the )?reports?",
    ),
    _row(
        "tin",
        r"(?:pieces? of )?news(?: items?)?",
    ),
    _row(
        "bai",
        r"articles?",
        r"posts?",
    ),
    _row(
        "viec cua toi",
        r"my tasks?",
        r"our tasks?",
    ),
    _row(
        "viec",
        r"tasks?",
    ),
    _row(
        "chao",
        r"(?:hi|hello|hey|good (?:morning|afternoon|evening|night))(?: (?:there|everyone|all))?",
    ),
    _row(
        "tro giup",
        r"help(?: me)?",
    ),
    _row(
        "qua han",
        r"overdue",
    ),
    _row(
        "vuong",
        r"(?:difficult(?:y|ies)|obstacles?|stuck)(?: with| on)?",
    ),
    _row(
        "dung",
        r"yes",
        r"yep",
        r"sure",
        r"correct",
    ),
    _row(
        "bao nham",
        r"undo",
        r"by mistake",
    ),
    _row(
        "va",
        r"and",
    ),
)
_STARTS = re.compile(
    r"\b(?:not|no|nothing|done|finished|completed?|received|noted|got|understood|in|working|remind|when|what|whats"
    r"|deadlines?|due|exten\w+|more|my|our|tasks?|hi|hello|hey|good|help|reports?|news|articles?|posts?|overdue"
    r"|difficult\w+|obstacles?|stuck|yes|yep|sure|correct|undo|by|and|roger|under|ongoing|will|copy|copied)\b"
)
_IN_BETWEEN = re.compile(r"\b(?:(?:for|with|on|of|in|the|number|no) )+(?=(?:viec )?\d)")
_UNTIL = re.compile(r"\b(?:to|until|till|by) (?=zday)")
_WHICH_PERIOD = re.compile(r"\b(?:in |for |during )?(?:this|the) (?:quarter|period|month)\b")


def translated(said: str, *, wholly: bool) -> str:
    """A line in ours; where it is English `wholly`, its sentence is read as one."""
    if not wholly:
        return _in_ours(said) if _STARTS.search(said) else said
    said = said.replace(" ' ", " ").replace(" ’ ", " ")
    bare = _COURTESY.sub("", said)
    for ours, begins in _SENTENCES:
        if begins.match(bare):
            numbers = " , ".join(re.findall(r"\d+", bare))
            return f"viec {numbers} {ours} ?" if numbers else f"{ours} ?"
    said = _WHICH_PERIOD.sub("", _UNTIL.sub("den ", said))
    return _COUNTED.sub(lambda found: str(_NUMBERS.index(found[1]) + 1), _IN_BETWEEN.sub("", _in_ours(said)))


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = re.compile(rf"\b({'|'.join(_NUMBERS)})\b(?= (?:tin|bai|phong su|hoi nghi|van ban|anh)\b)")


def _in_ours(said: str) -> str:
    for ours, pattern in _PHRASES:
        said = pattern.sub(ours, said)
    return said
