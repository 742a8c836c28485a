import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.channels.local import Bubble, LocalChannel
from bot.talk import Answer, Attachment, Incoming
from data.talk import Act, Choice, Enclosed, Outgoing, Speaker
from scheduler.channel import Channel, Delivered

NOW = datetime(2023, 1, 11, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DONE = Choice("✅ Xong việc 10", Act("xong", ("10",), occurrence_id=7))
DIGEST = Outgoing("NHẮC VIỆC", "• Việc 10", (DONE,))
AN = Speaker("local", "VP", "VP", "Nguyễn Văn An")


@dataclass
class Office:
    """Answers as told, and remembers what it heard."""

    answer: Answer = field(default_factory=Answer)
    heard: list[Incoming] = field(default_factory=list)


def channel_to(office: Office, folder: Path | None = None) -> LocalChannel:
    channel = LocalChannel(lambda: NOW, folder)

    async def hear(incoming: Incoming) -> None:
        office.heard.append(incoming)
        for said in office.answer.spoken_to(incoming):
            await channel.send(incoming.speaker.chat_id, said)

    channel.start(hear)
    return channel


def said(channel: LocalChannel, chat_id: str) -> list[tuple[str, Outgoing]]:
    return [
        ("ours" if bubble.from_us else "theirs", Outgoing(bubble.title, bubble.text, bubble.choices))
        for bubble in channel.transcript(chat_id)
    ]


async def test_what_is_sent_stands_in_the_transcript_of_that_chat() -> None:
    channel: Channel = LocalChannel(lambda: NOW)
    assert isinstance(channel, LocalChannel)

    outcome = await channel.send("VP", DIGEST)

    (bubble,) = channel.transcript("VP")
    assert outcome == Delivered((bubble.id,))
    assert bubble == Bubble(bubble.id, from_us=True, title="NHẮC VIỆC", text="• Việc 10", choices=(DONE,), at=NOW)
    assert channel.transcript("NV") == ()


async def test_what_is_said_is_heard_and_answered_in_order() -> None:
    office = Office(Answer((Outgoing("", "một"), Outgoing("", "hai"))))
    channel = channel_to(office)

    await channel.say("VP", "Nguyễn Văn An", "viec")

    (heard,) = office.heard
    assert heard == Incoming(heard.update_id, AN, "viec")
    assert said(channel, "VP") == [
        ("theirs", Outgoing("", "viec")),
        ("ours", Outgoing("", "một")),
        ("ours", Outgoing("", "hai")),
    ]


async def test_a_tap_is_its_command_and_changes_the_message_it_was_under() -> None:
    office = Office(Answer((Outgoing("", "Đã ghi nhận."),), updated=Outgoing("NHẮC VIỆC", "✅ Việc 10")))
    channel = channel_to(office)
    await channel.send("VP", DIGEST)
    await channel.send("VP", DIGEST)
    tapped, other = channel.transcript("VP")

    await channel.tap("VP", tapped.id, DONE, "Nguyễn Văn An")

    (heard,) = office.heard
    assert heard == Incoming(heard.update_id, AN, "xong 10", DONE.act, tapped=tapped.id)
    assert [bubble.id for bubble in channel.transcript("VP")[:2]] == [tapped.id, other.id]
    assert said(channel, "VP") == [
        ("ours", Outgoing("NHẮC VIỆC", "✅ Việc 10")),
        ("ours", DIGEST),
        ("ours", Outgoing("", "Đã ghi nhận.")),
    ]


async def test_a_tap_that_updates_nothing_leaves_the_message_as_it_is() -> None:
    channel = channel_to(Office())
    await channel.send("VP", DIGEST)

    await channel.tap("VP", channel.transcript("VP")[0].id, DONE)

    assert said(channel, "VP") == [("ours", DIGEST)]


async def test_no_two_things_heard_share_an_id() -> None:
    office = Office()
    first, after_restart = channel_to(office), channel_to(office)
    for channel in (first, first, after_restart):
        await channel.say("VP", "Nguyễn Văn An", "viec")
    await first.tap("VP", "1", DONE)

    assert len({incoming.update_id for incoming in office.heard}) == 4


async def test_our_messages_are_unread_until_somebody_looks() -> None:
    channel = channel_to(Office(Answer((Outgoing("", "một"),))))
    await channel.send("VP", DIGEST)
    await channel.say("VP", "Nguyễn Văn An", "viec")
    assert (channel.unread("VP"), channel.unread("NV")) == (2, 0)

    channel.mark_read("VP")
    assert channel.unread("VP") == 0

    await channel.send("VP", DIGEST)
    assert channel.unread("VP") == 1


async def test_the_version_grows_with_what_can_be_seen_and_with_nothing_else() -> None:
    channel = channel_to(Office(Answer(updated=Outgoing("", "đã xong"))))
    versions = [channel.version]
    await channel.send("VP", DIGEST)
    versions.append(channel.version)
    await channel.tap("VP", channel.transcript("VP")[0].id, DONE)
    versions.append(channel.version)
    channel.mark_read("VP")
    versions.append(channel.version)
    assert versions == sorted(set(versions))

    channel.mark_read("VP")
    assert (channel.unread("VP"), channel.transcript("NV"), channel.version) == (0, (), versions[-1])


async def test_nobody_is_spoken_to_before_the_start() -> None:
    with pytest.raises(RuntimeError, match="start"):
        await LocalChannel(lambda: NOW).say("VP", "Nguyễn Văn An", "viec")


async def test_a_file_waits_in_the_folder_for_whoever_hears_of_it(tmp_path: Path) -> None:
    office = Office(Answer((Outgoing("", "đã nhận"),)))
    channel = channel_to(office, tmp_path)

    await channel.send_file("VP", "Nguyễn Văn An", "kế hoạch.txt", b"STT", "năm 2023")
    await channel.send_file("VP", "Nguyễn Văn An", "anh.JPG", b"JPG")

    plan, photo = (incoming.file for incoming in office.heard)
    assert plan is not None
    assert photo is not None
    assert (plan.name, plan.size, (tmp_path / str(plan.path)).read_bytes()) == ("kế hoạch.txt", 3, b"STT")
    assert [(incoming.text, incoming.other) for incoming in office.heard] == [("năm 2023", "file"), ("", "photo")]
    assert said(channel, "VP")[0] == ("theirs", Outgoing("", "📎 kế hoạch.txt\nnăm 2023"))


async def test_a_file_is_lost_where_there_is_no_folder() -> None:
    office = Office()
    await channel_to(office).send_file("VP", "Nguyễn Văn An", "kh.txt", b"STT")
    (heard,) = office.heard
    assert heard.file == Attachment("kh.txt", 3, why="lost")


async def test_what_is_said_in_reply_to_a_message_names_it_and_what_its_buttons_are_for() -> None:
    office = Office(Answer((DIGEST,)))
    channel = channel_to(office)
    await channel.send("VP", DIGEST)
    digest = channel.transcript("VP")[0].id

    await channel.say("VP", "Nguyễn Văn An", "xong rồi", reply_to=digest)
    await channel.send_file("VP", "Nguyễn Văn An", "anh.jpg", b"JPG", reply_to=digest)
    await channel.say("VP", "Nguyễn Văn An", "xong rồi", reply_to=channel.transcript("VP")[1].id)

    assert [(said.answered, said.offered) for said in office.heard] == [(digest, (7,)), (digest, (7,)), (None, ())]


def kept(folder: Path, name: str, content: bytes) -> Enclosed:
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "evidence" / sha256).write_bytes(content)
    return Enclosed(name, f"evidence/{sha256}", sha256, "file", f"1. {name}", f"Không gửi được {name}.")


async def test_files_of_an_answer_can_be_had_in_the_chat_that_was_shown_them(tmp_path: Path) -> None:
    channel = LocalChannel(lambda: NOW, tmp_path)
    file = kept(tmp_path, "bao-cao.docx", b"DOCX")
    await channel.send("noi-vu", Outgoing("", "Việc 10", files=(file,)))
    await channel.send("VP", Outgoing("", "Việc 10", files=(file,)))

    ((key, shown),), ((other, _),) = channel.transcript("noi-vu")[0].files, channel.transcript("VP")[0].files
    assert (shown, key == other, len(key)) == (file, False, 32)
    assert channel.content("noi-vu", key) == (file, b"DOCX")
    assert [channel.content(*asked) for asked in (("VP", key), ("noi-vu", other), ("noi-vu", ""), ("", key))] == [
        None
    ] * 4

    (tmp_path / file.path).write_bytes(b"changed")
    assert channel.content("noi-vu", key) is None


async def test_without_a_folder_files_are_told_of_in_words(tmp_path: Path) -> None:
    channel = LocalChannel(lambda: NOW)
    await channel.send(
        "VP", Outgoing("", "Việc 10", files=(kept(tmp_path, "a.docx", b"A"), kept(tmp_path, "b.docx", b"B")))
    )
    (bubble,) = channel.transcript("VP")
    assert (bubble.text, bubble.files) == ("Việc 10\nKhông gửi được a.docx.\nKhông gửi được b.docx.", ())
