"""The channel to Zalo as a whole: starting, troubles of polling, webhooks, stopping, and no token in any log."""

import asyncio
import logging
from collections.abc import Sequence

import pytest

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.webhook import HEADER, secret_of
from bot.logs import Masked
from bot.masking import Mask
from bot.talk import Incoming
from data.refusals import DatabaseAway, TokenRejected
from scheduler.channel import Delivered, TryLater
from tests.bot.channels.house import MENU, Clock, Hours, House, echo, listening, on_zalo, outgoing
from tests.doubles.zalo import (
    EMPTY_RESULT,
    NULL_RESULT,
    AnswerLost,
    Garbage,
    Refusal,
    Trouble,
    ZaloDouble,
    gateway,
    quota_exceeded,
    server_error,
)

HOOKED = "You cannot use this API while a webhook is set. Please remove the webhook first"


async def test_it_is_known_by_its_id_and_shows_no_buttons(zalo_channel: Zalo) -> None:
    assert (zalo_channel.name, zalo_channel.has_buttons, zalo_channel.trouble) == ("zalo:42", False, None)


@pytest.mark.parametrize("token", ["42:WRONG", "42:wro ng", "none"])
async def test_a_rejected_token(zalo: ZaloDouble, house: House, token: str) -> None:
    channel = Zalo(token, base_url=zalo.url)

    with pytest.raises(TokenRejected):
        await channel.username()
    with pytest.raises(TokenRejected) as rejected:
        await channel.start(house, MENU)

    assert rejected.value.fields == {"channel": "Zalo", "variable": "ZALO_TOKENS"}
    assert token not in f"{rejected.value!r}{rejected.value.__context__!r}{channel!r}"
    await channel.stop()


async def test_a_token_with_a_line_break_behind_it_works(zalo: ZaloDouble, house: House) -> None:
    house.says = echo
    chat = zalo.user("Lan").private()
    async with listening(Zalo(f"{zalo.token}\n", base_url=zalo.url), house):
        await chat.says("viec")
        assert (await chat.next_message()).text == "đã nghe: viec"


async def test_the_name_of_the_bot(zalo: ZaloDouble, zalo_channel: Zalo) -> None:
    zalo.order(server_error(), "getMe")
    zalo.order(gateway(502), "getMe")

    names = [await zalo_channel.username() for _ in range(3)]
    zalo.rules.display_name = True
    names.append(await zalo_channel.username())

    assert names == [None, None, "bot.42VDKyGxQvc", "Bot Nhắc Việc"]


async def test_without_a_network_the_service_starts_and_hears_later(
    zalo: ZaloDouble, house: House, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    house.says = echo
    chat = zalo.user("Lan").private()
    await chat.says("viec")
    zalo.order(server_error(), "getMe", times=3)

    async with on_zalo(zalo, house, clock) as channel:
        troubles = [channel.trouble]
        assert (await chat.next_message()).text == "đã nghe: viec"
        troubles.append(channel.trouble)

    assert troubles == ["unreachable", None]
    assert 3.0 <= clock.now < 5.0
    assert [record.getMessage() for record in caplog.records] == [
        "zalo:42: Zalo cannot be reached; trying on (Bad Gateway)",
        "zalo:42: Zalo is heard again",
    ]


WEBHOOK = "a webhook is set for the Zalo token, so nothing can be polled until it is taken away; trying on"

# What polls meet three times, as what it is known, what the log says of it, and how many seconds go by.
TROUBLES: list[tuple[Trouble, str, str, float]] = [
    (Refusal(400, HOOKED), "webhook", f"{WEBHOOK} ({HOOKED})", 7),
    (Refusal(401, "Unauthorized"), "token-rejected", "Zalo does not accept the token; trying on (Unauthorized)", 7),
    (
        Refusal(403, "Internal server error"),
        "unreachable",
        "Zalo cannot be reached; trying on (Internal server error)",
        7,
    ),
    (quota_exceeded(), "quota", "the quota of the Zalo bot is spent; trying on (Quota exceeded)", 7),
    (gateway(502), "unreachable", "Zalo cannot be reached; trying on (HTTP 502 without an answer of Zalo)", 7),
    (
        gateway(429),
        "too-many-requests",
        "Zalo has been asked too often and wants a pause; trying on (HTTP 429 without an answer of Zalo)",
        180,
    ),
    (Garbage(b"\xff"), "unreachable", "Zalo cannot be reached; trying on (HTTP 200 without an answer of Zalo)", 7),
]


@pytest.mark.parametrize(("trouble", "known_as", "said", "seconds"), TROUBLES)
async def test_a_trouble_of_polling_is_told_once_and_passes(
    zalo: ZaloDouble,
    house: House,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    trouble: Trouble,
    known_as: str,
    said: str,
    seconds: float,
) -> None:
    caplog.set_level(logging.INFO, "bot")
    house.says = echo
    chat = zalo.user("Lan").private()
    await chat.says("viec")
    zalo.order(trouble, "getUpdates", times=3)

    async with on_zalo(zalo, house, clock) as channel:
        await zalo.called("getUpdates", times=3)
        troubles = [channel.trouble]
        await chat.next_message()
        troubles.append(channel.trouble)

    assert troubles == [known_as, None]
    assert [record.getMessage() for record in caplog.records] == [f"zalo:42: {said}", "zalo:42: Zalo is heard again"]
    assert seconds <= clock.now < seconds + 3


async def test_polls_that_fail_for_long_come_every_half_minute(zalo: ZaloDouble, clock: Clock) -> None:
    zalo.order(server_error(), "getUpdates", times=20)
    async with on_zalo(zalo, House(), clock):
        await zalo.called("getUpdates", times=21)

    assert 1 + 2 + 4 + 8 + 16 + 15 * 30 <= clock.now < 500


@pytest.mark.parametrize("nothing", [EMPTY_RESULT, NULL_RESULT, Refusal(408, "Request timeout")])
async def test_a_poll_that_brings_nothing_at_once_is_not_repeated_at_once(
    zalo: ZaloDouble, clock: Clock, nothing: Trouble
) -> None:
    zalo.order(nothing, "getUpdates", times=10)
    async with on_zalo(zalo, House(), clock) as channel:
        await zalo.called("getUpdates", times=11)
        assert channel.trouble is None

    assert 10 <= clock.now < 12


async def test_a_poll_that_has_waited_is_repeated_at_once(zalo: ZaloDouble, clock: Clock) -> None:
    async with on_zalo(zalo, House(), clock):
        for number in range(1, 6):
            await zalo.called("getUpdates", times=number)
            clock.now += 30
            await zalo.time_is_up()
        await zalo.called("getUpdates", times=6)

    assert clock.now == 5 * 30
    assert zalo.calls_of("getUpdates")[0] == {"timeout": 30}


async def test_how_long_it_has_been_silent(zalo: ZaloDouble, house: House, clock: Clock) -> None:
    house.says = echo
    chat = zalo.user("Lan").private()
    async with on_zalo(zalo, house, clock) as channel:
        silent = [channel.silent_for]
        await chat.says("viec")
        await chat.next_message()
        await zalo.drained()
        clock.now += 20
        silent.append(channel.silent_for)
    assert (silent[0], silent[1] is not None and 20 <= silent[1] < 23) == (None, True)


async def test_a_gateway_that_is_asked_too_much_halts_all_sending(zalo: ZaloDouble, house: House) -> None:
    chat, asleep, clock = zalo.user("Lan").private(), asyncio.Event(), Clock()
    zalo.order(gateway(429), "getUpdates")

    async def sleep(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    channel = Zalo(zalo.token, base_url=zalo.url, clock=clock, sleep=sleep)
    async with listening(channel, house):
        await asleep.wait()
        outcomes = [await channel.send(chat.id, outgoing())]
        clock.now += 60
        outcomes.append(await channel.send(chat.id, outgoing()))

    (halted, delivered) = outcomes
    assert isinstance(halted, TryLater)
    assert (halted.reason, halted.after and halted.after.total_seconds()) == ("halted", 60)
    assert isinstance(delivered, Delivered)


@pytest.mark.parametrize("without", ["404", "empty"])
async def test_a_webhook_that_zalo_does_not_reach_is_set_and_told_of(
    zalo: ZaloDouble, house: House, caplog: pytest.LogCaptureFixture, without: str
) -> None:
    zalo.rules.without_webhook = without  # type: ignore[assignment]
    hours = Hours()
    async with on_zalo(zalo, house, hours, public="https://nhacviec.example.vn"):
        await hours.slept()

    url = "https://nhacviec.example.vn/hook/zalo:42"
    assert zalo.calls_of("setWebhook") == [{"url": url, "secret_token": secret_of(zalo.token)}]
    assert [record.getMessage() for record in caplog.records] == [
        "Zalo does not reach the webhook that leads to nhacviec.example.vn (webhook.err.conn)"
    ]


async def test_it_can_be_started_again(zalo: ZaloDouble, clock: Clock) -> None:
    house, chat = House(echo), zalo.user("Lan").private()
    channel = Zalo(zalo.token, base_url=zalo.url, clock=clock, sleep=clock.sleep)

    for text in ("một", "hai"):
        async with listening(channel, house):
            await chat.says(text)
            await zalo.drained()

    assert house.texts == ["một", "hai"]
    assert [message.text for message in chat.unread] == ["đã nghe: một", "đã nghe: hai"]


async def test_it_hears_nobody_before_it_may(zalo: ZaloDouble, house: House) -> None:
    chat = zalo.user("Lan").private()
    await chat.says("viec")
    channel = Zalo(zalo.token, base_url=zalo.url)
    await channel.start(house, MENU)
    await asyncio.sleep(0.05)
    assert zalo.calls_of("getUpdates") == []
    channel.listen(may=True)
    await zalo.drained()
    await channel.stop()
    assert house.texts == ["viec"]


async def test_what_was_read_before_the_end_is_kept(zalo: ZaloDouble) -> None:
    asked, away = asyncio.Event(), asyncio.Event()

    class SlowHouse(House):
        async def keep(self, said: Sequence[Incoming]) -> None:
            asked.set()
            await away.wait()
            await super().keep(said)

    house, channel = SlowHouse(), Zalo(zalo.token, base_url=zalo.url)
    await zalo.user("Lan").private().says("xong 10")
    await channel.start(house, MENU)
    channel.listen(may=True)
    await asked.wait()
    stopping = asyncio.create_task(channel.stop())
    await asyncio.sleep(0.01)
    away.set()
    await stopping

    assert house.texts == ["xong 10"]


async def test_what_could_not_be_stored_before_the_end_is_told_of(
    zalo: ZaloDouble, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.channels.zalo.channel._GRACE", 0.05)

    asked = asyncio.Event()

    class Away(House):
        async def keep(self, said: Sequence[Incoming]) -> None:
            asked.set()
            raise DatabaseAway(reason=f"away with {len(said)}")

    async with on_zalo(zalo, Away()):
        await zalo.user("Lan").private().says("xong 10")
        await asked.wait()

    assert caplog.records[-1].getMessage() == "something that was said is not stored, and lost: the database is away"


async def test_the_token_is_in_no_log(zalo: ZaloDouble, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    zalo.order(gateway(502), "getMe")
    zalo.order(AnswerLost(), "sendMessage")
    zalo.order(gateway(429), "sendMessage")
    zalo.order(Refusal(401, f"Unauthorized /bot{zalo.token}/getUpdates"), "getUpdates")
    zalo.order(Garbage(f"/bot{zalo.token}/getUpdates".encode()), "getUpdates")
    chat = zalo.user("Lan").private()
    for _ in range(3):
        await chat.says("viec")

    async with on_zalo(zalo, House(echo)) as channel:
        await zalo.called("sendMessage", times=3)
        await channel.told({HEADER: "wrong"}, b"{}")
        await zalo.drained()

    # What the library itself says at this level names the address; the log of the service hides it.
    own = [record for record in caplog.records if record.name.startswith("bot.")]
    said = "\n".join(logging.Formatter().format(record) for record in own)
    assert own
    assert not [secret for secret in (zalo.token, "TEST", secret_of(zalo.token)) if secret in said]
    masked = Masked(Mask([zalo.token]))
    assert all(masked.filter(record) for record in caplog.records)
    assert zalo.token not in "\n".join(record.getMessage() for record in caplog.records)
