"""Where a server posts what is said to a bot: set, left, taken back, looked at; the same for every messenger."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.house import Bot
from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from data.refusals import DatabaseAway
from tests.bot.channels.house import Hours, House, echo, listening
from tests.doubles.telegram import Refusal, TelegramDouble
from tests.doubles.zalo import Rules, ZaloDouble

PUBLIC = "https://nhacviec.example.vn/xa"
FOREIGN = "https://ai-do:khoa@khac.example.vn:8443/bi-mat?khoa=1"


@dataclass(frozen=True)
class Messenger:
    """A messenger's double with what makes a channel to it: `bot` has the address of ours, or none and polls."""

    double: TelegramDouble | ZaloDouble
    make: Callable[..., Bot]
    name: str
    hours: Hours = field(default_factory=Hours)

    @property
    def url(self) -> str:
        return f"{PUBLIC}/hook/{self.name}:42"

    def bot(self, public: str | None = None) -> Bot:
        made = self.make(
            self.double.token, base_url=self.double.url, public=public, clock=self.hours, sleep=self.hours.sleep
        )
        if public is not None:
            self.double.leads("https://nhacviec.example.vn", _App(made))
        return made

    @property
    def done(self) -> list[str]:
        """What was changed at the server, and whether it was polled."""
        said = [call.method for call in self.double.calls]
        return [each for each in ("setWebhook", "deleteWebhook", "getUpdates") if each in said]


class _App:
    """The least of a web app before a bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        code = 200 if await self._bot.told(request.headers, await request.body()) else 403
        await Response(status_code=code)(scope, receive, send)


@pytest.fixture(params=["telegram", "zalo"])
async def messenger(request: pytest.FixtureRequest) -> AsyncIterator[Messenger]:
    """Each of them."""
    if request.param == "telegram":
        async with TelegramDouble() as telegram:
            yield Messenger(telegram, Telegram, "telegram")
    else:
        async with ZaloDouble(rules=Rules(status="mirrored")) as zalo:
            yield Messenger(zalo, Zalo, "zalo")


def logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was said, without the names of the messengers."""
    return [record.getMessage().replace("telegram:42", "zalo:42") for record in caplog.records]


async def test_with_an_address_of_ours_what_is_said_is_posted_there_and_nothing_is_polled(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    house, bot, double = House(echo), messenger.bot(PUBLIC), messenger.double
    chat = double.user("Lan").private()

    async with listening(bot, house):
        await messenger.hours.slept()
        silent = [bot.silent_for is None]
        await chat.says("xong 1")
        await chat.says("xong 2")
        codes = await double.delivers()
        answers = [(await chat.next_message()).text for _ in range(2)]
        silent.append(bot.silent_for is None)
        await messenger.hours.pass_one()
        told = [bot.trouble, await bot.hooked()]

    assert (codes, answers) == ([200, 200], ["đã nghe: xong 1", "đã nghe: xong 2"])
    assert (silent, told) == ([True, False], [None, None])
    assert (messenger.done, len(double.calls_of("setWebhook"))) == (["setWebhook"], 1)
    (remembered,) = house.hooks.values()
    assert remembered is not None
    assert remembered.startswith(f"{messenger.url}#")
    assert double.webhook["secret_token"][:8] not in remembered
    assert logged(caplog) == ["what is said to zalo:42 is posted to us from now on"]


async def test_who_does_not_know_the_secret_is_not_heard(messenger: Messenger) -> None:
    house, bot, double = House(), messenger.bot(PUBLIC), messenger.double
    async with listening(bot, house):
        await messenger.hours.slept()
        await double.user("Lan").private().says("xong 1")
        (update,) = double.pending
        secret = double.webhook["secret_token"]
        codes = [
            (await double.posts(update, secret=given)).status_code for given in (None, "x", secret.upper(), secret)
        ]

    assert (codes, house.texts) == ([403, 403, 403, 200], ["xong 1"])


# What stands at the server and what we remember at the start: what is done there, what we remember then, what is said.
OURS, OLD = f"{PUBLIC}/hook/{{name}}:42", "https://cu.example.vn/hook/{name}:42"
STORIES: list[tuple[str | None, str | None, str | None, list[str], str | None, str | None]] = [
    # Our address; what stands; what is remembered.
    (PUBLIC, None, None, ["setWebhook"], "ours", None),
    (PUBLIC, OURS, None, [], "ours", None),
    (PUBLIC, OURS, f"{OURS}#another1", ["setWebhook"], "ours", None),
    (PUBLIC, OURS, OURS, ["setWebhook"], "ours", None),
    (PUBLIC, OLD, f"{OLD}#another1", ["setWebhook"], "ours", None),
    (PUBLIC, FOREIGN, None, ["setWebhook"], "ours", None),
    (None, None, None, ["getUpdates"], None, None),
    (None, OURS, f"{OURS}#another1", ["deleteWebhook", "getUpdates"], None, None),
    (None, OURS, OURS, ["deleteWebhook", "getUpdates"], None, None),
    (None, None, f"{OURS}#another1", ["getUpdates"], None, None),
    (None, FOREIGN, f"{OURS}#another1", ["getUpdates"], None, "webhook"),
    (None, FOREIGN, None, ["getUpdates"], None, "webhook"),
    (None, OURS, None, ["getUpdates"], None, "webhook"),
]


@pytest.mark.parametrize(("public", "stands", "remembered", "done", "then", "trouble"), STORIES)
async def test_what_is_done_at_the_start(
    messenger: Messenger,
    public: str | None,
    stands: str | None,
    remembered: str | None,
    done: list[str],
    then: str | None,
    trouble: str | None,
) -> None:
    house, bot, double = House(), messenger.bot(public), messenger.double
    if stands is not None:
        double.hooks(stands.format(name=messenger.name))
    if remembered is not None:
        house.hooks[bot.name] = remembered.format(name=messenger.name)

    async with listening(bot, house):
        await (messenger.hours.slept() if public else double.called("getUpdates", times=2 if trouble else 1))
        told = bot.trouble

    left = double.webhook.get("url")
    expected = messenger.url if public else (stands or "").format(name=messenger.name) if trouble else None
    kept = (house.hooks.get(bot.name) or "").partition("#")
    assert (messenger.done, told, left) == (done, trouble, expected)
    assert (kept[0], len(kept[2])) == ((messenger.url, 8) if then == "ours" else ("", 0))


async def test_a_webhook_of_others_is_named_by_its_host_and_left_until_they_take_it_away(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    house, bot, double = House(echo), messenger.bot(), messenger.double
    chat = double.user("Lan").private()
    async with listening(bot, house):
        await chat.says("một")
        await chat.next_message()
        double.hooks(FOREIGN)
        await double.called("getUpdates", times=5)
        told = [bot.trouble, await bot.hooked()]
        double.hooks("")
        await chat.says("hai")
        await chat.next_message()
        told += [bot.trouble, await bot.hooked()]

    assert (told, house.texts) == (["webhook", "khac.example.vn", None, None], ["một", "hai"])
    assert double.calls_of("deleteWebhook") == []
    said = logged(caplog)
    assert said[1:] == ["the webhook that is set for zalo:42 leads to khac.example.vn"]
    assert "so nothing can be polled until it is taken away; trying on" in said[0]
    assert not [secret for secret in ("bi-mat", "khoa", "ai-do") if secret in caplog.text]


async def test_every_hour_it_is_looked_whether_it_stands(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    house, bot, double = House(), messenger.bot(PUBLIC), messenger.double
    async with listening(bot, house):
        await messenger.hours.slept()
        double.hooks(FOREIGN)
        asked = len(double.calls_of("getWebhookInfo"))
        await messenger.hours.pass_one()
        await messenger.hours.pass_one()

    assert double.webhook["url"] == messenger.url
    assert (len(double.calls_of("setWebhook")), len(double.calls_of("getWebhookInfo")) - asked) == (2, 2)
    assert logged(caplog) == ["the webhook that is set for zalo:42 leads to khac.example.vn: it is led to us"]


async def test_an_address_that_the_server_does_not_take_is_tried_again_after_an_hour(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    house, bot, double = House(), messenger.bot(PUBLIC), messenger.double
    double.order(Refusal(400, "Bad Request: bad webhook: failed to resolve host"), "setWebhook", times=2)
    async with listening(bot, house):
        await messenger.hours.slept()
        told = [bot.trouble]
        await messenger.hours.pass_one()
        await messenger.hours.pass_one()
        told.append(bot.trouble)

    assert (told, double.webhook["url"], len(double.calls_of("setWebhook"))) == (["webhook", None], messenger.url, 3)
    (said,) = logged(caplog)
    assert "does not post to our address; trying on (" in said
    assert "ailed to resolve host" in said


async def test_while_the_server_cannot_be_reached_it_is_tried_soon_again(messenger: Messenger) -> None:
    house, bot, double = House(), messenger.bot(PUBLIC), messenger.double
    double.order(Refusal(502, "Bad Gateway"), "setWebhook", times=2)
    async with listening(bot, house):
        await messenger.hours.slept()
        told = bot.trouble

    assert (told, double.webhook["url"]) == (None, messenger.url)
    assert 3.0 <= messenger.hours.now < 10.0


async def test_while_the_database_is_away_nothing_is_changed_at_the_server(
    messenger: Messenger, caplog: pytest.LogCaptureFixture
) -> None:
    asked = 0

    class Away(House):
        async def hook_of(self, bot: str) -> str | None:
            nonlocal asked
            asked += 1
            if asked < 3:
                raise DatabaseAway(reason="away")
            return await super().hook_of(bot)

    house, bot = Away(), messenger.bot()
    house.hooks[bot.name] = messenger.url
    messenger.double.hooks(messenger.url)
    async with listening(bot, house):
        await messenger.double.called("getUpdates")

    assert messenger.double.webhook == {}
    assert logged(caplog) == ["it is not known yet whether a webhook of ours is set (away)"] * 2


async def test_nothing_is_set_before_the_bot_is_ours(messenger: Messenger) -> None:
    house, bot = House(), messenger.bot(PUBLIC)
    await bot.start(house, {})
    await asyncio.sleep(0.05)
    done = messenger.done
    bot.listen(may=True)
    await messenger.hours.slept()
    await bot.stop()

    assert (done, messenger.done) == ([], ["setWebhook"])
