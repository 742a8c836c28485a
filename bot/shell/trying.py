"""`nhacviec check --live`: each bot says one thing to the operator, who answers; what its server does is kept."""

import asyncio
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from secrets import randbelow

from bot.channels import MESSENGERS
from bot.channels.house import Bot, Declaration, Facts
from bot.service import Parts, open_parts
from bot.shell import Shell
from bot.shell.printing import Finding
from bot.talk import Incoming
from data import leases, ledger
from data.kinds import Role
from data.people import addressing
from data.refusals import TokenRejected
from data.store import PROCESS
from data.talk import Outgoing
from locales import N_, Words
from locales.phrases import bot_name, why_closed
from locales.refusals import refusal
from locales.say.delivery import trouble_line
from locales.shell import answer_arrived, fact_line, open_line, please_answer
from scheduler.allotting import month_of
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome, TryLater, Undeliverable
from scheduler.delivery import PATIENCE

# Seconds that the answer is waited for, and that the bot is ours at most.
WAITS = 120.0
_LASTS = timedelta(minutes=5)


@dataclass(slots=True)
class Listener:
    """The house while a bot is tried: it hears the answer in `chat`, a number, and keeps all else for the service."""

    parts: Parts
    chat: str
    number: str
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self, said: Sequence[Incoming]) -> None:
        """Look for the answer."""
        left = [each for each in said if each.speaker.chat_id != self.chat or each.text.strip() != self.number]
        if left:
            await asyncio.to_thread(self.parts.conversation.keep_all, left, self.parts.clock.now())
        if len(left) < len(said):
            self.answered.set()

    async def set_aside(self, bot: str, update_id: str, content: str, reason: str) -> None:
        """Keep what could not be read."""
        now, content_of = self.parts.clock.now(), {"raw": content}
        await asyncio.to_thread(self.parts.conversation.set_aside, bot, update_id, content_of, reason, now)

    async def moved(self, bot: str, chat_id: str, new_chat_id: str) -> None:
        """The service finds that out by itself."""

    async def unreachable(self, bot: str, chat_id: str, reason: str) -> None:
        """The service finds that out by itself."""

    async def hook_of(self, bot: str) -> None:
        """Whatever webhook is set stays: it is the service's to take away."""

    async def remember_hook(self, bot: str, hook: str | None) -> None:
        """Nothing is set here."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of a bot's message: how it failed, or whether it was answered, or why nothing was heard.

    `facts` are what its server did, `parts` how many messages it took.
    """

    failed: Outcome | None = None
    trouble: str | None = None
    is_answered: bool = False
    facts: Facts = field(default_factory=dict)
    parts: int = 0


async def try_bot(
    parts: Parts, words: Words, messenger: Declaration, bot: Bot, chat: str, waits: float = WAITS
) -> Tried:
    """Say one thing to `chat` by a bot, wait so many seconds for the answer, and try what is open.

    Raises:
        TokenRejected: its server does not know the token.
    """
    house = Listener(parts, chat, str(10 + randbelow(90)))
    await bot.start(house, {})
    try:
        bot.listen(may=True)
        outcome = await _say(bot, chat, please_answer(words, house.number))
        if not isinstance(outcome, Delivered):
            return Tried(outcome)
        is_answered = await _within(waits, house.answered)
        if is_answered:
            await _say(bot, chat, answer_arrived(words))
        trouble = bot.trouble
    finally:
        await bot.stop()
    facts = await messenger.probe(bot, chat) if messenger.probe is not None else {}
    await bot.stop()
    # Where nothing was read, nothing could be given again.
    facts = {key: value if is_answered or key != "given-again" else None for key, value in facts.items()}
    return Tried(None, trouble, is_answered, facts, 1 + is_answered)


async def _say(bot: Bot, chat: str, outgoing: Outgoing) -> Outcome:
    return await bot.send(chat, outgoing, lane=Lane.BROADCAST, patience=PATIENCE)


async def _within(seconds: float, event: asyncio.Event) -> bool:
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return False
    return True


def findings(shell: Shell, to: str | None) -> Iterator[Finding]:
    """Every bot in turn; one that a process serves is left alone."""
    # The answer is asked for, not posted: a command has no address.
    settings = shell.settings.model_copy(update={"public_url": None})
    bots = [(messenger, bot) for messenger in MESSENGERS for bot in messenger.bots(settings, None)]
    if not bots:
        said = N_("No channel is set: put {variable} into .env. Until then nobody can be reminded.")
        variables = " / ".join(messenger.variable for messenger in MESSENGERS)
        yield Finding("live", shell.words.text(said, variable=variables), ok=False)
        return
    with open_parts(shell.settings) as parts:
        for messenger, bot in bots:
            yield from _of_bot(shell, parts, messenger, bot, to)


def _of_bot(shell: Shell, parts: Parts, messenger: Declaration, bot: Bot, to: str | None) -> Iterator[Finding]:
    words, called = shell.words, bot_name(bot.name)
    chat = to or _chat_of_operator(parts, bot.name)
    if chat is None:
        todo = words.text("Please join as coordinator by this bot, or name your chat with --to.")
        yield Finding("live", words.text("{bot}: no chat of the operator is known.", bot=called), todo, ok=False)
        return
    with parts.store.transaction() as session:
        is_ours = leases.hold(session, bot.name, PROCESS, _LASTS) is not None
    if not is_ours:
        todo = words.text("Please stop the service for these minutes.")
        yield Finding("live", words.text("A process serves {bot}.", bot=called), todo, ok=False)
        return
    try:
        tried = asyncio.run(try_bot(parts, words, messenger, bot, chat, WAITS))
    except TokenRejected as said:
        yield Finding("live", f"{called}: {refusal(words, said)}", ok=False)
        return
    finally:
        with parts.store.transaction() as session:
            leases.let_go(session, [bot.name], PROCESS)
    yield from told(shell, parts, bot, chat, tried)


def told(shell: Shell, parts: Parts, bot: Bot, chat: str, tried: Tried) -> Iterator[Finding]:
    """What was found, a sentence each; it is written into the data folder, without the token and the chat."""
    words, called, now = shell.words, bot_name(bot.name), parts.clock.now()
    if tried.failed is not None:
        yield Finding("live", _why_failed(words, called, tried.failed), ok=False)
        return
    if bot.allowance is not None:
        accepted = sum(value == "accepted" for key, value in tried.facts.items() if key.endswith("-text"))
        with parts.store.transaction() as session:
            ledger.count(session, bot.name, month_of(now, parts.policy), taken=tried.parts + accepted)
    facts = {key: value.replace(chat, "…") if isinstance(value, str) else value for key, value in tried.facts.items()}
    file = parts.settings.data_dir / f"live-{bot.name.replace(':', '-')}-{now:%Y-%m-%d}.json"
    kept = {"bot": bot.name, "at": now.isoformat(timespec="seconds"), "answered": tried.is_answered, "facts": facts}
    file.write_text(json.dumps(shell.mask.value(kept), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if tried.is_answered:
        yield Finding("live", words.text("{bot}: the message has arrived, and so has the answer.", bot=called))
    elif tried.trouble is not None:
        yield Finding("live", trouble_line(words, called, tried.trouble), ok=False)
    else:
        todo = words.text("Please look whether the message has arrived, and try again.")
        yield Finding("live", words.text("{bot}: no answer has come within two minutes.", bot=called), todo, ok=False)
    for key, value in facts.items():
        if value is not None:
            yield Finding(key, f"{called}: {fact_line(words, key, value)}")
    if still_open := [key for key, value in facts.items() if value is None]:
        yield Finding("open", f"{called}: {open_line(words, still_open)}", noted=True)
    yield Finding("live", words.text("What was found is kept in {file}.", file=file))


def _why_failed(words: Words, called: str, outcome: Outcome) -> str:
    if isinstance(outcome, Undeliverable):
        return f"{called}: {why_closed(words, outcome.reason)}"
    return trouble_line(words, called, outcome.reason if isinstance(outcome, TryLater) else "")


def _chat_of_operator(parts: Parts, bot: str) -> str | None:
    with parts.store.snapshot() as session:
        joined = addressing.live_addresses(session, (Role.COORDINATOR,))
        return next((each.chat_id for each in joined if each.bot == bot and not each.is_group), None)
