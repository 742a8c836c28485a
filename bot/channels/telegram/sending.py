"""Sending to Telegram at its pace: every part of an Outgoing in its turn, then its files, errors as outcomes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from telegram import Bot, LinkPreviewOptions, ReplyParameters
from telegram.error import TelegramError

from bot.channels.attempts import attempts, turn_of
from bot.channels.telegram.files import Upload, uploads
from bot.channels.telegram.reading import Place
from bot.channels.telegram.wire import (
    PATIENCE,
    REFUSED,
    TOO_LONG,
    TOPIC_GONE,
    TooManyRequestsError,
    outcome_of,
    words_of,
)
from bot.channels.telegram.writing import Part, halves, headed, parts
from data.talk import Enclosed, Outgoing
from data.work import evidence
from scheduler.bots import Lane, Pacer, Turn
from scheduler.channel import Delivered, Outcome, TryLater

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class _Way:
    """How something is sent: in which lane, where to, and for how many seconds the server may be silent."""

    lane: Lane
    place: Place
    patience: float

    def at(self, place: Place) -> "_Way":
        return replace(self, place=place)

    def turn(self, *, begun: bool) -> Turn:
        return turn_of(self.lane, self.place.chat_id, is_group=self.place.is_group, begun=begun)


class Sender:
    """Sends and edits, each in its lane. Files are read from `folder`, the office's data folder.

    `elsewhere` is the line that stands over what could not go to its topic.
    """

    def __init__(
        self,
        bot: Bot,
        pacer: Pacer,
        sleep: Callable[[float], Awaitable[None]],
        folder: Path | None = None,
        *,
        elsewhere: str,
    ) -> None:
        self._bot = bot
        self._elsewhere = elsewhere
        self._pacer = pacer
        self._sleep = sleep
        self._folder = folder

    async def send(self, lane: Lane, place: Place, outgoing: Outgoing, patience: float = PATIENCE) -> Outcome:
        """Send all parts in order, then the files; the first part that fails decides. A file that fails is told of.

        What has perhaps arrived is never sent again from here: whoever sends the whole twice says no part of it more
        than twice. So it is of a beginning that has arrived without its end, whatever kept the end back. What a topic
        does not take any more goes, with a mark, to the group's general one; what is too long is cut smaller.
        """
        way, refs = _Way(lane, place, patience), tuple[str, ...]()
        pieces: tuple[Part | Enclosed, ...] = (*parts(outgoing), *outgoing.files)
        while pieces:
            piece, *rest = pieces
            outcome = await self._send_piece(way, piece, begun=bool(refs))
            if isinstance(outcome, Delivered):
                refs += outcome.refs
                way, pieces = way.at(replace(way.place, quoting=None)), tuple(rest)
            elif way.place.topic is not None and _says(outcome, *TOPIC_GONE):
                way = way.at(replace(way.place, topic=None, quoting=None))
                pieces = (*self._marked(piece), *rest)
            elif isinstance(piece, Part) and _says(outcome, TOO_LONG) and len(smaller := halves(piece)) > 1:
                pieces = (*smaller, *rest)
            else:
                return replace(outcome, refs=refs) if isinstance(outcome, TryLater) else outcome
        return Delivered(refs)

    def _marked(self, piece: Part | Enclosed) -> tuple[Part | Enclosed, ...]:
        return headed(self._elsewhere, piece) if isinstance(piece, Part) else (Part(self._elsewhere), piece)

    async def edit(self, place: Place, message_id: int, outgoing: Outgoing) -> None:
        """Let a message read `outgoing` from now on; one that is too old, or reads so already, stays as it is."""
        if not await self._pacer.wait(_Way(Lane.ANSWER, place, PATIENCE).turn(begun=True)):
            return
        try:
            await self._edit(place, message_id, parts(outgoing))
            self._pacer.accepted()
        except TooManyRequestsError as error:
            self._pacer.refused(place.chat_id, error.seconds)
        except TelegramError as error:
            log.debug("a message was not changed: %s", error.message)

    async def _send_piece(self, way: _Way, piece: Part | Enclosed, *, begun: bool) -> Outcome:
        if isinstance(piece, Enclosed):
            return await self._send_file(way, piece)
        return await self._send_part(way, piece, begun=begun)

    async def _send_file(self, way: _Way, file: Enclosed) -> Outcome:
        """Send a file in the best way that Telegram takes; the words that stand for it where it takes none."""
        content = None
        if self._folder is not None:
            content = await asyncio.to_thread(evidence.content, self._folder, file.path, file.sha256)
        outcome: Outcome = TryLater("gone" if content is None else REFUSED)
        for upload in uploads(file, content):
            outcome = await self._send_part(way, upload, begun=True)
            if not _says(outcome, REFUSED, TOO_LONG):
                break
        if isinstance(outcome, TryLater) and not _says(outcome, *TOPIC_GONE):
            log.warning("the file %s was not sent (%s)", file.path, outcome.reason)
            return await self._send_part(way, Part(file.otherwise), begun=True)
        return outcome

    async def _send_part(self, way: _Way, part: Part | Upload, *, begun: bool) -> Outcome:
        attempt = partial(self._try_part, way, part)
        return await attempts(attempt, way.turn(begun=begun), self._sleep, begun=begun, vain={TOO_LONG})

    async def _try_part(self, way: _Way, part: Part | Upload, turn: Turn) -> Outcome:
        if not await self._pacer.wait(turn):
            return TryLater("halted", timedelta(seconds=self._pacer.closed_for(turn)))
        try:
            ref = await (self._upload(way, part) if isinstance(part, Upload) else self._post(way, part))
        except TooManyRequestsError as error:
            self._pacer.refused(turn.chat_id, error.seconds)
            return outcome_of(error)
        except TelegramError as error:
            outcome = outcome_of(error)
            if isinstance(outcome, TryLater):
                log.warning("a message was not taken (%s): %s", outcome.reason, words_of(error))
            return outcome
        self._pacer.accepted()
        return Delivered((ref,))

    async def _post(self, way: _Way, part: Part) -> str:
        quoting = None
        if way.place.quoting is not None:
            quoting = ReplyParameters(way.place.quoting, allow_sending_without_reply=True)
        message = await self._bot.send_message(
            way.place.chat_id,
            part.text,
            entities=part.entities,
            reply_markup=part.keyboard,
            message_thread_id=way.place.topic,
            reply_parameters=quoting,
            link_preview_options=_NO_PREVIEW,
            read_timeout=way.patience,
        )
        return str(message.message_id)

    async def _upload(self, way: _Way, file: Upload) -> str:
        if file.as_photo:
            message = await self._bot.send_photo(
                way.place.chat_id,
                file.content,
                filename=file.name,
                caption=file.label or None,
                message_thread_id=way.place.topic,
                read_timeout=way.patience,
            )
        else:
            message = await self._bot.send_document(
                way.place.chat_id,
                file.content,
                filename=file.name,
                caption=file.label or None,
                message_thread_id=way.place.topic,
                disable_content_type_detection=True,
                read_timeout=way.patience,
            )
        return str(message.message_id)

    async def _edit(self, place: Place, message_id: int, changed: tuple[Part, ...]) -> None:
        if len(changed) != 1:
            # The buttons are under the last of several messages, whose edges may have shifted: their words stay.
            last = changed[-1].keyboard if changed else None
            await self._bot.edit_message_reply_markup(place.chat_id, message_id, reply_markup=last)
            return
        await self._bot.edit_message_text(
            changed[0].text,
            place.chat_id,
            message_id,
            entities=changed[0].entities,
            reply_markup=changed[0].keyboard,
            link_preview_options=_NO_PREVIEW,
        )


def _says(outcome: Outcome, *reasons: str) -> bool:
    return isinstance(outcome, TryLater) and outcome.reason in reasons
