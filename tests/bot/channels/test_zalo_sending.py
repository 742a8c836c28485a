"""Digests and answers on their way to chats on Zalo, and what becomes of them."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.zalo.channel import Zalo
from bot.talk import Answer, Incoming
from data.talk import Act, Choice, Enclosed, Outgoing
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome, TryLater, Undeliverable
from tests.bot.channels.house import Clock, House, echo, on_zalo, outgoing
from tests.doubles.zalo import (
    EMPTY_RESULT,
    NULL_RESULT,
    AnswerLost,
    Chat,
    Dripping,
    Garbage,
    Refusal,
    Seen,
    Trouble,
    ZaloDouble,
    gateway,
    quota_exceeded,
    server_error,
)


async def started(zalo: ZaloDouble, name: str) -> Chat:
    """A chat in which somebody has once written."""
    chat = zalo.user(name).private()
    await chat.says("xin chào")
    return chat


async def test_a_digest_as_it_is_seen(zalo: ZaloDouble, zalo_channel: Zalo) -> None:
    chat = await started(zalo, "Lan")
    text = "• Việc 10: https://example.com *đậm* _nghiêng_ **x** {red}\n1. Xong việc 10"

    outcome = await zalo_channel.send(chat.id, outgoing(text))

    seen = await chat.next_message()
    assert seen == Seen(
        id=seen.id,
        author="Bot Nhắc Việc",
        text=f"NHẮC VIỆC\n{text}",
        entities=(("bold", "NHẮC VIỆC"),),
        by_bot=True,
    )
    assert outcome == Delivered((seen.id,))
    assert zalo.calls_of("sendMessage") == [
        {
            "chat_id": chat.id,
            "text": f"NHẮC VIỆC\n{text}",
            "text_styles": [{"start": 0, "len": 9, "st": ["b"]}],
        }
    ]


async def test_what_zalo_cannot_do_is_left_out(zalo: ZaloDouble, zalo_channel: Zalo) -> None:
    chat = await started(zalo, "Lan")
    choice = Choice("Xong", Act("xong", ("10",)))

    changed = await zalo_channel.send(chat.id, replace(outgoing("mới", choice), replaces="94691c36"))
    sent = await zalo_channel.send(
        chat.id, replace(outgoing("một", choice), menu=(("viec", "Việc"),), topic="7", quoting="94691c36")
    )
    silent = await zalo_channel.send(chat.id, Outgoing("", " "))

    seen = await chat.next_message()
    assert (changed, sent, silent) == (Delivered(), Delivered((seen.id,)), Delivered())
    assert [sorted(fields) for fields in zalo.calls_of("sendMessage")] == [["chat_id", "text", "text_styles"]]


LONG = "".join(f"• Việc {number}: {'báo cáo ' * 9}\n  hạn 31/01/2023\n" for number in range(1, 61))


async def test_long_words_are_split_and_sent_one_a_second(zalo: ZaloDouble, zalo_channel: Zalo, clock: Clock) -> None:
    chat = await started(zalo, "Lan")
    outcome = await zalo_channel.send(chat.id, outgoing(LONG + "1. Xong việc 1\n2. Đã nhận"))

    shown = [await chat.next_message() for _ in range(4)]
    assert outcome == Delivered(tuple(message.id for message in shown))
    assert [message.entities for message in shown] == [(("bold", "NHẮC VIỆC"),), (), (), ()]
    assert shown[-1].text.endswith("1. Xong việc 1\n2. Đã nhận")
    assert 3 <= clock.now < 4


async def test_whoever_is_written_to_a_bot_sends_one_a_second_answers_first(
    zalo: ZaloDouble, clock: Clock, house: House
) -> None:
    chats = [await started(zalo, f"Người {number}") for number in range(10)]
    async with on_zalo(zalo, house, clock) as channel:
        sending = [asyncio.create_task(channel.send(chat.id, outgoing(str(at)))) for at, chat in enumerate(chats)]
        sending.append(asyncio.create_task(channel.send(chats[9].id, outgoing("answer"), lane=Lane.ANSWER)))
        assert {type(outcome) for outcome in await asyncio.gather(*sending)} == {Delivered}

    texts = [fields["text"].rpartition("\n")[2] for fields in zalo.calls_of("sendMessage")]
    assert texts.index("answer") <= 1
    assert 10 <= clock.now < 11


async def unknown(zalo: ZaloDouble) -> str:
    return zalo.user("Lan").private(started=False).id


async def blocked(zalo: ZaloDouble) -> str:
    chat = zalo.user("Lan").private()
    await chat.says("xin chào")
    await chat.blocks_bot()
    return chat.id


async def of_another_bot(zalo: ZaloDouble) -> str:
    lan = zalo.user("Lan")
    other = zalo.beside("43:OTHER")
    return other.meets(lan).private().id


@pytest.mark.parametrize("closed", [unknown, blocked, of_another_bot])
async def test_a_chat_that_takes_nothing(
    zalo: ZaloDouble, zalo_channel: Zalo, closed: Callable[[ZaloDouble], "asyncio.Future[str]"]
) -> None:
    assert await zalo_channel.send(await closed(zalo), outgoing()) == Undeliverable("not-found")


TEN_MINUTES, SIX_HOURS, A_MINUTE = timedelta(minutes=10), timedelta(hours=6), timedelta(seconds=60)
NO_ANSWER = TryLater("no-answer", perhaps=True)

# What a message meets: what the outbox is told, and how often an answer is attempted in the same case.
MET: list[tuple[Trouble, Outcome, int]] = [
    (server_error(), TryLater("server-error"), 4),
    (gateway(502), TryLater("server-error"), 4),
    (Refusal(403, "Internal server error"), TryLater("server-error"), 4),
    (Refusal(400, "The text is invalid"), TryLater("refused", lasting=True), 1),
    (Refusal(401, "Unauthorized"), TryLater("token-rejected", TEN_MINUTES), 4),
    (Refusal(404, "Not Found"), TryLater("token-rejected", TEN_MINUTES), 4),
    (Refusal(410, "The chat_id is invaild"), Undeliverable("not-found"), 1),
    (quota_exceeded(), TryLater("quota", SIX_HOURS), 1),
    (gateway(429), TryLater("too-many-requests", A_MINUTE), 4),
    (AnswerLost(), NO_ANSWER, 1),
    (AnswerLost(reset=True), NO_ANSWER, 1),
    (AnswerLost(done=False, reset=True), NO_ANSWER, 1),
    (Refusal(408, "Request timeout"), NO_ANSWER, 1),
    (Garbage(b"<html>ok</html>"), NO_ANSWER, 1),
    (Garbage(b'{"ok":"yes"}'), TryLater("server-error"), 4),
]


@pytest.mark.parametrize(("met", "outcome", "attempts"), MET)
async def test_what_the_outbox_is_told(
    zalo: ZaloDouble, zalo_channel: Zalo, clock: Clock, met: Trouble, outcome: Outcome, attempts: int
) -> None:
    chat = await started(zalo, "Lan")
    zalo.order(met, "sendMessage")
    broadcast = await zalo_channel.send(chat.id, outgoing())
    await clock.sleep(60)
    zalo.order(met, "sendMessage", times=9)
    answer = await zalo_channel.send(chat.id, outgoing(), lane=Lane.ANSWER)

    assert (broadcast, answer) == (outcome, outcome)
    assert len(zalo.calls_of("sendMessage")) == 1 + attempts


@pytest.mark.parametrize("codes", ["number", "text"])
async def test_codes_are_numbers_or_text(zalo: ZaloDouble, zalo_channel: Zalo, codes: str) -> None:
    zalo.rules.codes = codes  # type: ignore[assignment]
    assert await zalo_channel.send("a0c0", outgoing()) == Undeliverable("not-found")


@pytest.mark.parametrize("accepted", [EMPTY_RESULT, NULL_RESULT])
async def test_what_was_taken_without_an_id_was_taken(zalo: ZaloDouble, zalo_channel: Zalo, accepted: Trouble) -> None:
    zalo.order(accepted, "sendMessage")
    assert await zalo_channel.send("a0c0", outgoing()) == Delivered(("-",))


async def test_a_spent_quota_is_a_trouble_until_something_is_taken(zalo: ZaloDouble, zalo_channel: Zalo) -> None:
    chat = await started(zalo, "Lan")
    zalo.rules.messages = 1
    told: list[object] = []
    for _ in range(2):
        told += [await zalo_channel.send(chat.id, outgoing()), zalo_channel.trouble]
    zalo.rules.messages = 3_000
    told += [await zalo_channel.send(chat.id, outgoing()), zalo_channel.trouble]

    ids = [message.id for message in chat.unread if message.by_bot]
    assert told == [Delivered((ids[0],)), None, TryLater("quota", SIX_HOURS), "quota", Delivered((ids[1],)), None]


async def test_a_gateway_that_is_hammered_hears_nothing_for_a_minute(
    zalo: ZaloDouble, zalo_channel: Zalo, clock: Clock
) -> None:
    lan, minh = await started(zalo, "Lan"), await started(zalo, "Minh")
    zalo.order(gateway(429), "sendMessage")

    assert await zalo_channel.send(lan.id, outgoing()) == TryLater("too-many-requests", A_MINUTE)
    assert await zalo_channel.send(minh.id, outgoing()) == TryLater("halted", A_MINUTE)
    assert len(zalo.calls_of("sendMessage")) == 1
    await clock.sleep(60)
    assert isinstance(await zalo_channel.send(minh.id, outgoing()), Delivered)


async def test_a_server_that_answers_byte_by_byte_is_silent(
    zalo: ZaloDouble, zalo_channel: Zalo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.client._CONNECT", 0.2)
    chat = await started(zalo, "Lan")
    zalo.order(Dripping(5.0), "sendMessage")

    assert await zalo_channel.send(chat.id, outgoing(), patience=0.05) == NO_ANSWER


PHOTO = Enclosed("anh.jpg", "evidence/1.jpg", "aa", "photo", "Việc 10: ảnh", "Ảnh của việc 10 ở Văn phòng.")
FILE = Enclosed("bao-cao.pdf", "evidence/2.pdf", "bb", "file", "Việc 10: báo cáo", "Báo cáo việc 10 ở Văn phòng.")


async def test_pictures_go_by_their_links_and_other_files_as_lines(zalo: ZaloDouble, house: House) -> None:
    chat = await started(zalo, "Lan")
    async with on_zalo(
        zalo, house, link=lambda _, sha256, name: f"https://cchc.example.vn/t/{sha256}/{name}"
    ) as channel:
        outcome = await channel.send(chat.id, Outgoing("", "Việc 10", files=(PHOTO, FILE)))
        zalo.order(Refusal(400, "The photo URL is invalid"), "sendPhoto")
        instead = await channel.send(chat.id, Outgoing("", "Việc 10", files=(PHOTO,)))

    shown = [message for message in chat.unread if message.by_bot]
    assert [(message.text, message.link) for message in shown] == [
        ("Việc 10\nViệc 10: báo cáo\n  https://cchc.example.vn/t/bb/bao-cao.pdf", None),
        ("Việc 10: ảnh", "https://cchc.example.vn/t/aa/anh.jpg"),
        ("Việc 10", None),
        ("Việc 10: ảnh\n  https://cchc.example.vn/t/aa/anh.jpg", None),
    ]
    ids = [message.id for message in shown]
    assert (outcome, instead) == (Delivered(tuple(ids[:2])), Delivered(tuple(ids[2:])))


async def test_without_an_address_of_ours_files_are_said_in_words(zalo: ZaloDouble, zalo_channel: Zalo) -> None:
    chat = await started(zalo, "Lan")
    await zalo_channel.send(chat.id, Outgoing("", "Việc 10", files=(PHOTO, FILE)))
    assert (await chat.next_message()).text == "Việc 10\nẢnh của việc 10 ở Văn phòng.\nBáo cáo việc 10 ở Văn phòng."


async def test_an_answer_to_somebody_who_has_just_gone(zalo: ZaloDouble, house: House) -> None:
    chat = zalo.user("Lan").private()

    def says(incoming: Incoming) -> Answer:
        chat._room.blocked = True
        return echo(incoming)

    house.says = says
    async with on_zalo(zalo, house):
        await chat.says("viec")
        await zalo.called("sendMessage")

    assert house.outcomes == [Undeliverable("not-found")]
