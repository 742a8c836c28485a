"""`nhacviec invite` names the bot that has room: the spread as a table, and what is printed over a real server."""

from datetime import timedelta
from pathlib import Path

from bot.channels import MESSENGERS
from bot.shell.office import Door, through
from data.kinds import Role
from data.model import Address
from data.people import registering
from data.store import open_store
from tests.bot.shell.conftest import Run
from tests.building import at
from tests.doubles.zalo import ZaloDouble

ZALO, TELEGRAM = MESSENGERS
NOW = at("2023-01-11 08:00")


def spread(rooms: list[float], units: int) -> list[int | None]:
    """Through which of the doors of one messenger each unit is sent."""
    doors = [Door(ZALO, str(number), "", room) for number, room in enumerate(rooms)]
    ways = [through(doors) for _ in range(units)]
    return [int(way[0].bot) if way else None for way in ways]


def test_units_go_where_there_is_most_room() -> None:
    rows = {(1, 3): 5, (2, 2): 3, (0, 0): 1, (0, 1): 2, (float("inf"),): 2}
    assert {rooms: spread(list(rooms), units) for rooms, units in rows.items()} == {
        (1, 3): [1, 1, 0, 1, None],
        (2, 2): [0, 1, 0],
        (0, 0): [None],
        (0, 1): [1, None],
        (float("inf"),): [0, 0],
    }


def test_each_messenger_has_a_door_of_its_own() -> None:
    doors = [Door(ZALO, "zalo:1", "Bot Một", 0), Door(ZALO, "zalo:2", "Bot Hai", 1), Door(TELEGRAM, "telegram:7", "nv")]
    assert [[door.said("K7P2-9QXM", among=3) for door in through(doors)] for _ in range(2)] == [
        [
            "Zalo 2 https://bot.zaloplatforms.com/bots/2",
            "Telegram 7 https://t.me/nv?start=K7P2-9QXM",
        ],
        ["Telegram 7 https://t.me/nv?start=K7P2-9QXM"],
    ]


def people(tmp_path: Path, bot: str, count: int) -> None:
    """So many people who have joined by a bot."""
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        unit = registering.unit_by_code(session, "VP")
        session.add_all(
            Address(bot=bot, chat_id=str(each), unit_id=unit.id or 0, role=Role.OFFICER, joined_at=NOW - timedelta(1))
            for each in range(count)
        )
    store.close()


def test_a_code_comes_with_the_bot_that_has_room(run: Run, zalo: ZaloDouble, tmp_path: Path) -> None:
    settings = {"ZALO_TOKENS": "42:TEST 43:OTHER 44:WRONG", "ZALO_BASE_URL": zalo.url, "ZALO_PEOPLE": "5"}
    run("units", "list")
    people(tmp_path, "zalo:42", 3)

    (one,) = run("invite", "KT", "--json", **settings).objects
    assert {name: one[name] for name in ("bot", "link", "links")} == {
        "bot": "zalo:43",
        "link": "https://bot.zaloplatforms.com/bots/43",
        "links": {"zalo": "https://bot.zaloplatforms.com/bots/43"},
    }
    shown = run("invite", "KT", **settings)
    assert shown.out.endswith("\tZalo 43 https://bot.zaloplatforms.com/bots/43\n")
    assert shown.err == "Zalo 44: Zalo không chấp nhận mã truy cập. Đề nghị kiểm tra ZALO_TOKENS.\n"

    every = run("invite", "--all", "--json", **settings)
    bots = [each["bot"] for each in every.objects]
    assert (bots[:7], set(bots[7:])) == (
        ["zalo:43", "zalo:43", "zalo:43", "zalo:42", "zalo:43", "zalo:42", "zalo:43"],
        {None},
    )
    assert every.err.splitlines()[-1] == (
        "Không còn bot Zalo nào đủ chỗ cho người mới. Đề nghị thêm một bot vào ZALO_TOKENS."
    )
