"""Sending to Zalo at its pace: every part of an Outgoing in its turn, errors as outcomes."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http import HTTPStatus
from typing import Any

from bot.channels.attempts import attempts, turn_of
from bot.channels.house import Link
from bot.channels.zalo.client import PATIENCE, SILENCE, Client, Fault, ZaloError
from bot.channels.zalo.writing import Part, Picture, pieces
from data.talk import Outgoing
from scheduler.bots import Lane, Limits, Pacer, Turn
from scheduler.channel import Delivered, Outcome, TryLater, Undeliverable

log = logging.getLogger(__name__)

LIMITS = Limits(gap=1.0, chat_gap=1.0, group_count=20, group_window=60.0)
"""Zalo tells of none: one message a second, to whomever, is what careful clients keep to. A chat's id does not tell
whether it is a group's, so that none is held to the count of one."""

REFUSED, QUOTA = "refused", "quota"
"""The reason of what Zalo does not take, however often it is tried; and of what it takes when the quota is new."""

# Seconds that Zalo may take to fetch a picture from us before it answers.
_PICTURE = 60.0
_QUOTA_AGAIN = timedelta(hours=6)
# What stands for the id of a message that was taken without one.
_NO_ID = "-"


class Sender:
    """Sends, each message in its lane. `link` gives the address of a file of ours that Zalo, or a person, may fetch."""

    def __init__(
        self, client: Client, pacer: Pacer, sleep: Callable[[float], Awaitable[None]], link: Link | None = None
    ) -> None:
        self._client = client
        self._pacer = pacer
        self._sleep = sleep
        self._link = link
        self.is_spent = False
        """Whether the last message was refused because the quota is spent."""

    async def send(self, lane: Lane, chat_id: str, outgoing: Outgoing, patience: float = PATIENCE) -> Outcome:
        """Send all parts in order; the first that fails decides. Of each that was taken there is one ref.

        What has perhaps arrived is never sent again from here: whoever sends the whole twice says no part of it more
        than twice. So it is of a beginning that has arrived without its end, whatever kept the end back.
        """
        refs = tuple[str, ...]()
        for piece in pieces(outgoing, self._link):
            outcome = await self._send_piece(lane, chat_id, piece, patience, begun=bool(refs))
            if not isinstance(outcome, Delivered):
                return replace(outcome, refs=refs) if isinstance(outcome, TryLater) else outcome
            refs += outcome.refs
        return Delivered(refs)

    async def _send_piece(
        self, lane: Lane, chat_id: str, piece: Part | Picture, patience: float, *, begun: bool
    ) -> Outcome:
        turn = turn_of(lane, chat_id, is_group=False, begun=begun)
        outcome = await attempts(partial(self._attempt, piece, patience), turn, self._sleep, begun=begun)
        if isinstance(piece, Picture) and isinstance(outcome, TryLater) and outcome.reason == REFUSED:
            return await self._send_piece(lane, chat_id, Part(piece.otherwise), patience, begun=begun)
        return outcome

    async def _attempt(self, piece: Part | Picture, patience: float, turn: Turn) -> Outcome:
        if not await self._pacer.wait(turn):
            return TryLater("halted", timedelta(seconds=self._pacer.closed_for(turn)))
        try:
            if isinstance(piece, Picture):
                patience = max(patience, _PICTURE)
                told = await self._client.call("sendPhoto", patience=patience, chat_id=turn.chat_id, **piece.fields)
            else:
                told = await self._client.call("sendMessage", patience=patience, chat_id=turn.chat_id, **piece.fields)
        except ZaloError as error:
            return self._failed(error)
        self.is_spent = False
        self._pacer.accepted()
        return Delivered((_id_of(told),))

    def _failed(self, error: ZaloError) -> Outcome:
        outcome = outcome_of(error)
        if error.hammered:
            self._pacer.halted(SILENCE)
        if isinstance(outcome, TryLater):
            self.is_spent = outcome.reason == QUOTA
            log.warning("a message was not taken (%s): %s", outcome.reason, error)
        return outcome


def outcome_of(error: ZaloError) -> Outcome:
    """What an error means for the message that met it."""
    match error.fault:
        case Fault.UNREACHABLE:
            return TryLater("unreachable")
        case Fault.SILENT:
            return _NO_ANSWER
        case Fault.GARBLED:
            return _by_gateway(error)
        case Fault.REFUSED:
            return _by_code(error)


_NO_ANSWER = TryLater("no-answer", perhaps=True)
_SERVER_ERROR = TryLater("server-error")


def _by_gateway(error: ZaloError) -> Outcome:
    if error.hammered:
        return TryLater("too-many-requests", timedelta(seconds=SILENCE))
    # A gateway that gave up waiting, or said yes, had handed the message on.
    waited = error.code in {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT}
    return _NO_ANSWER if waited or 200 <= error.code < 300 else _SERVER_ERROR


def _by_code(error: ZaloError) -> Outcome:
    if error.rejected:
        return TryLater("token-rejected", timedelta(minutes=10))
    match error.code:
        case HTTPStatus.GONE:
            return Undeliverable("not-found")
        case HTTPStatus.TOO_MANY_REQUESTS:
            return TryLater(QUOTA, _QUOTA_AGAIN)
        case HTTPStatus.BAD_REQUEST:
            return TryLater(REFUSED, lasting=True)
        case HTTPStatus.REQUEST_TIMEOUT:
            return _NO_ANSWER
        case _:
            # Among them 403, by which Zalo means that its own server failed.
            return _SERVER_ERROR


def _id_of(told: Any) -> str:
    own = told.get("message_id") if isinstance(told, dict) else None
    return str(own) if own else _NO_ID
