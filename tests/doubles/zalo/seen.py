"""A message as a person sees it on the screen."""

from dataclasses import dataclass

from tests.doubles.screen import Attached
from tests.doubles.text import part
from tests.doubles.zalo.records import Account, Json, Post

# The styles that have a name of their own; the others are given as Zalo codes them.
_NAMES = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A message. `entities` are pairs of kind and the words under it; a caption counts as text.

    `file` is what a person sent, or the picture behind the link that the bot sent, where the double could reach it;
    `link` is that link, of a picture or a voice.
    """

    id: str
    author: str
    text: str
    entities: tuple[tuple[str, str], ...] = ()
    file: Attached | None = None
    link: str | None = None
    sticker: str | None = None
    reply_to: str | None = None
    by_bot: bool = False

    @property
    def buttons(self) -> tuple[tuple[str, ...], ...]:
        """None: there are no buttons on Zalo."""
        return ()


def seen(post: Post, bot: Account) -> Seen:
    """Take a snapshot of `post`."""
    content, file = post.content, post.file
    by_bot = post.author is bot
    return Seen(
        id=post.id,
        author=post.author.name,
        text=content.get("text") or content.get("caption") or "",
        entities=_entities(content),
        file=Attached(file.path.rpartition("/")[2], file.mime, file.content) if file else None,
        link=content.get("photo") or content.get("voice_url") if by_bot else None,
        sticker=content.get("sticker"),
        reply_to=post.reply_to.id if post.reply_to else None,
        by_bot=by_bot,
    )


def _entities(content: Json) -> tuple[tuple[str, str], ...]:
    """Give the styled parts: none of them counts where a parse_mode stands."""
    styles = [] if "parse_mode" in content else content.get("text_styles", [])
    return tuple(
        (_NAMES.get(code, code), part(content["text"], style["start"], style["len"]))
        for style in styles
        for code in style["st"]
    )
