"""A message as a person sees it on the screen."""

from dataclasses import dataclass

from tests.doubles.screen import Attached
from tests.doubles.telegram.records import Account, Post
from tests.doubles.telegram.text import covered
from tests.doubles.telegram.views import words


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what stands on it, and the callback data or the link behind it."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A message at one moment. `entities` are pairs of kind and the words under it; a caption counts as text."""

    id: int
    author: str
    text: str
    keyboard: tuple[tuple[Button, ...], ...] = ()
    entities: tuple[tuple[str, str], ...] = ()
    file: Attached | None = None
    reply_to: int | None = None
    thread: int | None = None
    edited: bool = False
    by_bot: bool = False

    @property
    def buttons(self) -> tuple[tuple[str, ...], ...]:
        """The labels, row by row."""
        return tuple(tuple(button.label for button in row) for row in self.keyboard)

    def data_of(self, label: str) -> str | None:
        """Give the callback data behind `label`; None where there is no such button."""
        found = (button.data for row in self.keyboard for button in row if button.label == label)
        return next(found, None)


def seen(post: Post, bot: Account) -> Seen:
    """Take a snapshot of `post`."""
    text, marked = words(post.content)
    return Seen(
        id=post.id,
        author=post.room.title if post.as_room else post.author.name,
        text=text,
        keyboard=_keyboard(post),
        entities=tuple((entity["type"], covered(text, entity)) for entity in marked),
        file=Attached(post.file.name, post.file.mime, post.file.content) if post.file else None,
        reply_to=post.reply_to.id if post.reply_to else None,
        thread=post.thread,
        edited=post.edited is not None,
        by_bot=post.author is bot,
    )


def _keyboard(post: Post) -> tuple[tuple[Button, ...], ...]:
    rows = (post.markup or {}).get("inline_keyboard", [])
    return tuple(tuple(Button(one["text"], one.get("callback_data"), one.get("url")) for one in row) for row in rows)
