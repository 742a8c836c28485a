"""What people say on a strict Telegram, and what the house hears of it."""

import asyncio
import json
from collections.abc import Sequence

import pytest

from bot.channels.house import TellAgainError
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.webhook import HEADER, secret_of
from bot.talk import REACTED, Answer, Incoming
from data.refusals import DatabaseAway
from data.talk import Act, Choice, Outgoing, Speaker
from tests.bot.channels.house import House, echo, running
from tests.doubles.telegram import Held, TelegramDouble, server_error


async def test_joining_by_the_link_of_an_invitation(telegram: TelegramDouble, house: House, channel: Telegram) -> None:
    house.says = echo
    chat = telegram.user("Nguyễn Văn A").private()

    await chat.says("/start ABCD2345")

    assert (await chat.next_message()).text == "đã nghe: start ABCD2345"
    person = str(chat.id)
    assert house.heard == [
        Incoming("100001", Speaker("telegram:42", person, person, "Nguyễn Văn A", is_group=False), "start ABCD2345")
    ]
    assert channel.trouble is None


@pytest.mark.parametrize(
    ("typed", "text", "addressed"),
    [
        ("/xong 10", "xong 10", True),
        ("/xong@nhacviec_bot 10", "xong 10", True),
        ("/XONG@NhacViec_Bot 10 số 12/KH-VP", "XONG 10 số 12/KH-VP", True),
        ("/viec", "viec", True),
        ("@nhacviec_bot xong 10", "xong 10", True),
        ("xong 10 @nhacviec_bot", "xong 10", True),
        ("xong 10\nsố 12/KH-VP", "xong 10\nsố 12/KH-VP", False),
        ("/12/KH-VP là minh chứng", "/12/KH-VP là minh chứng", False),
        ("hỏi @nguyenvana việc 10", "hỏi @nguyenvana việc 10", False),
        ("/start@nhacviec_bot ABCD2345", "start ABCD2345", True),
    ],
)
@pytest.mark.usefixtures("channel")
async def test_slash_and_name_are_left_out(
    telegram: TelegramDouble, house: House, typed: str, text: str, addressed: bool
) -> None:
    telegram.privacy = False
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])

    await group.says(lan, typed)
    await telegram.drained()

    assert house.heard == [
        Incoming(
            "100001",
            Speaker("telegram:42", str(group.id), str(lan.id), "Lan", is_group=True),
            text,
            addressed=addressed,
        )
    ]


@pytest.mark.usefixtures("channel")
async def test_an_answer_to_the_bot_is_said_to_it(telegram: TelegramDouble, house: House, channel: Telegram) -> None:
    telegram.privacy = False
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])
    await channel.send(str(group.id), Outgoing("NHẮC VIỆC", "Kính gửi"))
    digest = await group.next_message()

    await group.says(lan, "rõ", reply_to=digest.id)
    await group.says(lan, "rõ")
    await telegram.drained()

    assert [(heard.text, heard.addressed) for heard in house.heard] == [("rõ", True), ("rõ", False)]


@pytest.mark.usefixtures("channel")
async def test_what_is_meant_for_others_is_not_heard(telegram: TelegramDouble, house: House) -> None:
    telegram.privacy = False
    lan, minh = telegram.user("Lan"), telegram.user("Minh")
    group = telegram.group("Phường Lê Lợi", [lan])

    await group.says(lan, "/xong@other_bot 10")
    await group.welcomes(minh, by=lan)
    await group.says(lan, "viec")
    await telegram.drained()

    assert house.texts == ["viec"]


@pytest.mark.usefixtures("channel")
async def test_what_is_not_text_is_named(telegram: TelegramDouble, house: House) -> None:
    chat = telegram.user("Lan").private()

    await chat.sends_sticker()
    await chat.sends_photo(b"photo", "/xong 10")
    await chat.sends_file("12-KH.pdf", b"pdf")
    await telegram.drained()

    assert [(heard.other, heard.text) for heard in house.heard] == [("sticker", ""), ("photo", "xong 10"), ("file", "")]


@pytest.mark.usefixtures("channel")
async def test_an_anonymous_administrator_is_the_group_and_no_person(telegram: TelegramDouble, house: House) -> None:
    group = telegram.group("Phường Lê Lợi", [telegram.user("Lan")], kind="supergroup")

    await group.says_anonymously("/xong 10")
    await telegram.drained()

    own = str(group.id)
    assert house.heard == [
        Incoming(
            "100001", Speaker("telegram:42", own, own, "Phường Lê Lợi", True, anonymous=True), "xong 10", addressed=True
        )
    ]


@pytest.mark.parametrize(("privacy", "others"), [(True, ["added-to-group"]), (False, ["added"])])
async def test_a_group_in_which_the_bot_may_be_deaf(
    telegram: TelegramDouble, house: House, privacy: bool, others: list[str]
) -> None:
    telegram.privacy = privacy
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan], with_bot=False)

    async with running(telegram, house):
        await group.adds_bot(by=lan)
        await telegram.drained()

    assert [heard.other for heard in house.heard] == others
    assert all(
        heard.speaker == Speaker("telegram:42", str(group.id), str(lan.id), "Lan", True) for heard in house.heard
    )


@pytest.mark.usefixtures("channel")
async def test_a_chat_that_closes_itself(telegram: TelegramDouble, house: House) -> None:
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])

    await lan.private().blocks_bot()
    await group.kicks_bot(by=lan)
    await telegram.drained()

    assert house.closed == [("telegram:42", str(lan.id), "blocked"), ("telegram:42", str(group.id), "kicked")]
    assert house.heard == []


async def test_nothing_is_confirmed_before_it_is_taken_in(telegram: TelegramDouble) -> None:
    stored, asked = asyncio.Event(), asyncio.Event()

    class SlowHouse(House):
        async def keep(self, said: Sequence[Incoming]) -> None:
            asked.set()
            await stored.wait()
            await super().keep(said)

    chat = telegram.user("Lan").private()
    async with running(telegram, SlowHouse(echo)):
        await chat.says("xong 10")
        await asked.wait()
        assert [update["message"]["text"] for update in telegram.pending] == ["xong 10"]
        assert len(telegram.calls_of("getUpdates")) == 1
        stored.set()
        await telegram.drained()
    assert [message.text for message in chat.unread] == ["đã nghe: xong 10"]


async def test_while_the_database_is_away_nothing_is_confirmed_whatever_else_comes(
    telegram: TelegramDouble, house: House
) -> None:
    tries = 40

    def says(incoming: Incoming) -> Answer:
        nonlocal tries
        if tries:
            tries -= 1
            raise DatabaseAway(reason="away")
        return echo(incoming)

    house.says = says
    officers = [telegram.user(f"Cán bộ {number}").private() for number in range(5)]
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])
    for chat in officers:
        await chat.says("xong 10")
    await group.welcomes(telegram.user("Minh"), by=lan)

    async with running(telegram, house):
        assert [(await chat.next_message()).text for chat in officers] == ["đã nghe: xong 10"] * 5
        await telegram.drained()

    assert house.aside == []


async def test_what_does_harm_is_set_aside_at_once_and_the_others_go_on(telegram: TelegramDouble, house: House) -> None:
    def says(incoming: Incoming) -> Answer:
        if incoming.text == "poison":
            raise RuntimeError("poison")
        return Answer()

    house.says = says
    lan, minh = telegram.user("Lan").private(), telegram.user("Minh").private()
    await lan.says("poison")
    await minh.says("viec")
    await lan.says("xong 1")

    async with running(telegram, house):
        await telegram.drained()

    # First told with the others, then alone.
    assert house.texts == ["poison", "poison", "viec", "xong 1"]
    assert house.aside == [("telegram:42", "100001", "RuntimeError")]


@pytest.mark.usefixtures("channel")
async def test_a_reply_to_a_message_of_ours_names_it_and_what_its_buttons_are_for(
    telegram: TelegramDouble, house: House
) -> None:
    buttons = (
        Choice("✅ Xong việc 10", Act("xong", ("10",), occurrence_id=7)),
        Choice("✅ Xong việc 11", Act("xong", ("11",), occurrence_id=8)),
        Choice("Đã nhận", Act("ok")),
    )
    house.says = lambda _: Answer((Outgoing("", "Việc 10, 11", buttons), Outgoing("", "Trân trọng")))
    chat = telegram.user("Lan").private()
    own = await chat.says("viec")
    card, rest = await chat.next_message(), await chat.next_message()

    await chat.says("xong rồi", reply_to=card.id)
    await chat.sends_photo(b"photo", reply_to=rest.id)
    await chat.says("xong", reply_to=own)
    await telegram.drained()

    assert [(said.text, said.answered, said.offered) for said in house.heard[1:]] == [
        ("xong rồi", str(card.id), (7, 8)),
        ("", str(rest.id), ()),
        ("xong", None, ()),
    ]


@pytest.mark.usefixtures("channel")
async def test_words_that_are_changed_and_words_of_others(telegram: TelegramDouble, house: House) -> None:
    chat = telegram.user("Lan").private()

    said = await chat.says("xogn 10")
    await chat.edits(said, "xong 10")
    await chat.forwards("xong 12", of="Hoa")
    await telegram.drained()

    assert [(heard.text, heard.message, heard.edited, heard.forwarded) for heard in house.heard] == [
        ("xogn 10", str(said), False, False),
        ("xong 10", str(said), True, False),
        ("xong 12", str(said + 1), False, True),
    ]


# What stands under a message before and after: whether that tells us it was received.
SIGNS: list[tuple[tuple[str, ...], tuple[str, ...], bool]] = [
    ((), ("👍",), True),
    ((), ("👌",), True),
    ((), ("❤",), True),
    ((), ("❤\N{VARIATION SELECTOR-16}",), True),
    ((), ("👍🏽",), True),
    (("👎",), ("🔥", "👍"), True),
    (("👍",), ("👌",), False),
    (("👍",), ("👍", "🔥"), False),
    (("👍",), (), False),
    ((), ("👎",), False),
    ((), ("❤‍🔥",), False),
    ((), ("💔",), False),
    ((), ("5368324170671202286",), False),
]


@pytest.mark.usefixtures("channel")
@pytest.mark.parametrize(("before", "after", "received"), SIGNS)
async def test_a_sign_under_a_message_may_say_that_it_was_received(
    telegram: TelegramDouble, house: House, before: tuple[str, ...], after: tuple[str, ...], received: bool
) -> None:
    await telegram.called("getUpdates")
    chat = telegram.user("Lan").private()
    said = await chat.says("viec")
    await chat.reacts(said, *before)
    await telegram.drained()
    house.heard.clear()
    await chat.reacts(said, *after)
    await telegram.drained()
    told = [(heard.text, heard.tapped, heard.other, heard.speaker.name) for heard in house.heard]
    assert told == ([("", str(said), REACTED, "Lan")] if received else [])


@pytest.mark.usefixtures("channel")
async def test_in_a_group_a_sign_is_seen_by_an_administrator_and_has_a_name(
    telegram: TelegramDouble, house: House
) -> None:
    await telegram.called("getUpdates")
    lan = telegram.user("Lan")
    group = telegram.group("Tổ", [lan])
    said = await group.says(lan, "/viec")
    await group.reacts(lan, said, "👍")
    await group.promotes_bot(by=lan)
    await group.reacts_anonymously(said, "👍")
    await group.reacts(lan, said)
    await group.reacts(lan, said, "👌")
    await telegram.drained()
    told = [(heard.speaker.is_group, heard.speaker.name, heard.tapped) for heard in house.heard if heard.other]
    assert told == [(True, "Lan", str(said))]


BODIES: list[tuple[bytes, str | None]] = [
    (b"", "no update"),
    (b"no json", "no update"),
    (b"\xff\x00", "no update"),
    (b"[" * 100_000, "no update"),
    (b"[1]", "no update"),
    (b"{}", "no update"),
    (b'{"update_id": "1"}', "no update"),
    (b'{"update_id": 1, "message": 5}', "no update"),
    (b'{"update_id": 1, "message": {"message_id": 1}}', "no update"),
    (b'{"update_id": 1, "poll_of_the_future": {}}', None),
]


@pytest.mark.parametrize(("body", "reason"), BODIES)
async def test_what_telegram_posts_and_nobody_can_read_is_kept_aside(
    telegram: TelegramDouble, body: bytes, reason: str | None
) -> None:
    class Keeping(House):
        async def set_aside(self, bot: str, update_id: str, content: str, reason: str) -> None:
            json.loads(content)
            assert (len(content) < 30_000, update_id[:8]) == (True, "content-")
            self.aside.append((bot, "", reason))

    house, secret = Keeping(), secret_of(telegram.token)
    async with running(telegram, house) as channel:
        taken = [await channel.told({HEADER: given}, body) for given in (secret, "khac")]

    assert (taken, house.aside) == ([True, False], [] if reason is None else [("telegram:42", "", reason)])


async def test_what_is_posted_before_the_bot_knows_its_name_shall_be_posted_again(
    telegram: TelegramDouble, house: House
) -> None:
    asking = Held(asyncio.Event())
    telegram.order(server_error(), "getMe")
    telegram.order(asking, "getMe")
    async with running(telegram, house) as channel:
        with pytest.raises(TellAgainError):
            await channel.told({HEADER: secret_of(telegram.token)}, b"{}")
        asking.release.set()
    assert house.aside == []


async def test_what_is_posted_while_the_database_is_away_shall_be_posted_again(
    telegram: TelegramDouble, house: House, channel: Telegram
) -> None:
    away = [True, False]

    def says(_: Incoming) -> Answer:
        if away.pop(0):
            raise DatabaseAway(reason="away")
        return Answer()

    house.says = says
    update = {
        "update_id": 7,
        "message": {
            "message_id": 1,
            "date": 1678149000,
            "chat": {"id": 7, "type": "private", "first_name": "Lan"},
            "from": {"id": 7, "is_bot": False, "first_name": "Lan"},
            "text": "xong 10",
        },
    }
    headers, body = {HEADER: secret_of(telegram.token)}, json.dumps(update).encode()

    with pytest.raises(TellAgainError):
        await channel.told(headers, body)
    assert await channel.told(headers, body)
    assert house.texts == ["xong 10", "xong 10"]
