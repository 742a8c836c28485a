"""What people say on a strict Zalo, by polls or posted to us, and what the house hears of it."""

import asyncio
import json
from collections.abc import Sequence

import pytest
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.webhook import HEADER, secret_of
from bot.talk import Answer, Incoming
from data.refusals import DatabaseAway
from data.talk import Speaker
from tests.bot.channels.house import Clock, Hours, House, echo, on_zalo, outgoing
from tests.doubles.zalo import ZaloDouble

PUBLIC = "https://nhacviec.example.vn"


async def test_joining_by_a_code(zalo: ZaloDouble, house: House, zalo_channel: Zalo) -> None:
    house.says = echo
    lan = zalo.user("Trần Thị Lan")

    own = await lan.private().says("dang ky ABCD2345")

    assert (await lan.private().next_message()).text == "đã nghe: dang ky ABCD2345"
    assert house.heard == [
        Incoming(own, Speaker("zalo:42", lan.id, lan.id, "Trần Thị Lan", is_group=False), "dang ky ABCD2345")
    ]
    assert [heard.message for heard in house.heard] == [own]
    assert zalo_channel.trouble is None


@pytest.mark.usefixtures("zalo_channel")
async def test_what_is_not_text_is_named(zalo: ZaloDouble, house: House) -> None:
    chat = zalo.user("Lan").private()

    await chat.sends_sticker()
    await chat.sends_photo(b"photo", "/xong 10")
    await chat.sends_voice()
    await chat.sends_unsupported()
    await zalo.user("Bé Na", protected=True).private().says("xong 10")
    await zalo.drained()

    assert [(heard.other, heard.text) for heard in house.heard] == [
        ("sticker", ""),
        ("photo", "xong 10"),
        ("voice", ""),
        ("unsupported", ""),
        ("unsupported", ""),
    ]


@pytest.mark.usefixtures("zalo_channel")
async def test_an_event_that_nobody_has_documented_is_kept_aside_and_fields_are_passed_over(
    zalo: ZaloDouble, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.rules.extra = {"quoted": {"message_id": "1"}, "mentions": [1, 2]}
    chat = zalo.user("Lan").private()

    unknown = await chat.sends_unknown("message.poll.received", question="?")
    await chat.says("viec")
    await zalo.drained()

    assert house.texts == ["viec"]
    assert house.aside == [("zalo:42", unknown, "unknown event")]
    assert [record.getMessage() for record in caplog.records] == [f"update {unknown} is set aside: unknown event"]


async def test_an_update_that_comes_again_and_again_is_handled_once_without_haste(
    zalo: ZaloDouble, clock: Clock
) -> None:
    zalo.rules.polling = "replay"
    house, chat = House(echo), zalo.user("Lan").private()
    async with on_zalo(zalo, house, clock):
        await chat.says("xong 1")
        await chat.sends_unknown()
        await zalo.called("getUpdates", times=30)
        await chat.says("xong 2")
        await zalo.called("getUpdates", times=60)

    assert (house.texts, len(house.aside)) == (["xong 1", "xong 2"], 1)
    assert [message.text for message in chat.unread if message.by_bot] == ["đã nghe: xong 1", "đã nghe: xong 2"]
    # Each that has brought nothing new is followed by a second's rest.
    assert 55 <= clock.now <= 65


async def test_what_waits_is_asked_for_without_a_pause(zalo: ZaloDouble, clock: Clock) -> None:
    house, chat = House(), zalo.user("Lan").private()
    for number in range(20):
        await chat.says(f"xong {number}")
    async with on_zalo(zalo, house, clock):
        await zalo.drained()

    assert house.texts == [f"xong {number}" for number in range(20)]
    assert clock.now == 0


async def test_nothing_more_is_asked_for_before_it_is_stored(zalo: ZaloDouble) -> None:
    stored, asked = asyncio.Event(), asyncio.Event()

    class SlowHouse(House):
        async def keep(self, said: Sequence[Incoming]) -> None:
            asked.set()
            await stored.wait()
            await super().keep(said)

    chat = zalo.user("Lan").private()
    async with on_zalo(zalo, SlowHouse(echo)):
        await chat.says("xong 10")
        await chat.says("xong 11")
        await asked.wait()
        await asyncio.sleep(0.05)
        assert (len(zalo.pending), len(zalo.calls_of("getUpdates"))) == (1, 1)
        stored.set()
        await zalo.drained()

    assert [message.text for message in chat.unread] == ["đã nghe: xong 10", "đã nghe: xong 11"]


async def test_what_does_harm_is_set_aside_at_once_and_the_others_go_on(zalo: ZaloDouble) -> None:
    def says(incoming: Incoming) -> Answer:
        if incoming.text == "poison":
            raise RuntimeError("poison")
        return Answer()

    house, lan = House(says), zalo.user("Lan").private()
    poison = await lan.says("poison")
    await lan.says("xong 1")
    async with on_zalo(zalo, house):
        await zalo.drained()

    assert house.texts == ["poison", "xong 1"]
    assert house.aside == [("zalo:42", poison, "RuntimeError")]


@pytest.mark.parametrize(("display_name", "called"), [(True, None), (False, "Bot Nhắc Việc")])
async def test_in_a_group_it_hears_whoever_mentions_or_answers_it(
    zalo: ZaloDouble, house: House, display_name: bool, called: str | None
) -> None:
    zalo.rules.display_name = display_name
    lan = zalo.user("Lan")
    group = zalo.group("Phường Lê Lợi", [lan])
    async with on_zalo(zalo, house, groups=True, called=called) as channel:
        await channel.send(group.id, outgoing("1. Xong việc 10"))
        shown = await group.next_message()
        await group.says(lan, f"{zalo.mention} xong 10")
        await group.says(lan, f"xong 11 {zalo.mention} nhé")
        await group.says(lan, "xong 12")
        await group.says(lan, "1", reply_to=shown.id)
        await zalo.drained()

    speaker = Speaker("zalo:42", group.id, lan.id, "Lan", is_group=True)
    assert [(heard.speaker, heard.text, heard.addressed) for heard in house.heard] == [
        (speaker, "xong 10", True),
        (speaker, "xong 11 nhé", True),
        (speaker, "1", True),
    ]


async def test_groups_that_are_not_switched_on_are_told_of_once_each(
    zalo: ZaloDouble, house: House, zalo_channel: Zalo, caplog: pytest.LogCaptureFixture
) -> None:
    lan = zalo.user("Lan")
    groups = [zalo.group(title, [lan]) for title in ("Phường Lê Lợi", "Phòng Kinh tế")]
    for group in groups * 2:
        await group.says(lan, f"{zalo.mention} xong 10")
    await lan.private().says("viec")
    await zalo.drained()

    assert (house.texts, house.aside, zalo_channel.trouble) == (["viec"], [], None)
    assert [record.getMessage() for record in caplog.records] == [
        f"what is said to the bot in the group {group.id} is not heard: groups are not switched on" for group in groups
    ]


async def test_groups_in_which_its_name_is_not_known(
    zalo: ZaloDouble, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_zalo(zalo, house, groups=True):
        pass
    assert [record.getMessage() for record in caplog.records] == [
        "Zalo does not tell by which name groups mention the bot, and no setting does"
    ]


@pytest.mark.parametrize("wrapped", [False, True])
async def test_what_zalo_posts_comes_once_in_any_order_however_often(
    zalo: ZaloDouble, caplog: pytest.LogCaptureFixture, wrapped: bool
) -> None:
    hours = Hours()
    channel = Zalo(zalo.token, base_url=zalo.url, public=PUBLIC, clock=hours, sleep=hours.sleep)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        is_taken = await channel.told(request.headers, await request.body())
        await Response(status_code=200 if is_taken else 403)(scope, receive, send)

    house, chat = House(echo), zalo.user("Lan").private()
    zalo.leads(PUBLIC, app)
    house.channel = channel
    await channel.start(house, {})
    channel.listen(may=True)
    await hours.slept()
    await chat.says("xong 1")
    await chat.says("xong 2")

    codes = [
        *await zalo.delivers(wrapped=wrapped, times=3, backwards=True),
        (await zalo.posts(b"")).status_code,
        (await zalo.posts(b"", secret=None)).status_code,
        (await zalo.posts(SAID, secret=None)).status_code,
        (await zalo.posts(SAID, secret="wrong")).status_code,
    ]
    await house.answered()
    await channel.stop()

    assert codes == [200] * 6 + [200, 200, 403, 403]
    assert house.texts == ["xong 2", "xong 1"]
    assert {message.text for message in chat.unread if message.by_bot} == {"đã nghe: xong 1", "đã nghe: xong 2"}
    assert (channel.silent_for is not None, zalo.calls_of("getUpdates"), caplog.records) == (True, [], [])


SAID = {
    "event_name": "message.text.received",
    "message": {
        "date": 1776919152762,
        "chat": {"chat_type": "PRIVATE", "id": "a0c0"},
        "message_id": "94691c36aef84aa113ee",
        "from": {"id": "a0c0", "is_bot": False, "display_name": "Lan"},
        "text": "xong 10",
    },
}


def signed(secret: str) -> Headers:
    return Headers({HEADER: secret})


FLAT, WRAPPED = json.dumps(SAID).encode(), json.dumps({"ok": True, "result": SAID, "error_code": 0}).encode()


async def test_what_is_posted_is_heard_once_flat_or_wrapped(zalo: ZaloDouble, house: House, zalo_channel: Zalo) -> None:
    secret = secret_of(zalo.token)

    taken = [await zalo_channel.told(signed(secret), body) for body in (FLAT, WRAPPED, FLAT, b"", b"no json")]
    taken.append(await zalo_channel.told({}, b""))
    refused = [await zalo_channel.told({}, FLAT)]
    refused += [await zalo_channel.told(signed(given), FLAT) for given in ("", "wrong", secret.upper())]

    assert (taken, refused) == ([True] * 6, [False] * 4)
    assert house.texts == ["xong 10"]
    assert [reason for _, _, reason in house.aside] == ["unknown event"]


async def test_what_no_database_takes_is_kept_aside_escaped(zalo: ZaloDouble, house: House, zalo_channel: Zalo) -> None:
    body = b'{"event_name":"\\ud800","message":{"message_id":"\\ud800"}}'

    assert await zalo_channel.told(signed(secret_of(zalo.token)), body)

    ((bot, key, reason),) = house.aside
    assert (bot, key[:8], reason) == ("zalo:42", "content-", "unknown event")


async def test_what_is_posted_while_the_database_is_away_is_told_as_soon_as_it_is_back(
    zalo: ZaloDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.channel._ANSWERED_WITHIN", 0.01)
    away, told = True, asyncio.Event()

    class Away(House):
        async def keep(self, said: Sequence[Incoming]) -> None:
            if away:
                raise DatabaseAway(reason="away")
            await super().keep(said)
            told.set()

    house = Away()
    async with on_zalo(zalo, house) as channel:
        assert await channel.told(signed(secret_of(zalo.token)), FLAT)
        assert house.texts == []
        away = False
        await told.wait()

    assert house.texts == ["xong 10"]
