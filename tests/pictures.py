"""`python -m tests.pictures`: a story told over the double of Zalo, and drawn as a phone shows it, for the guide.

The story, docs/pictures/chuyen-zalo.txt, is its own script. `== name` begins a picture; `@ 2023-01-17 07:30` moves the
clock, and what comes on that day is shown; `» viec` is typed, `» (ảnh)` is a photo; `noi-vu » …` is typed in Nội vụ's
chat, which is not shown. What stands between is what the service says.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import escape
from io import BytesIO
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import sync_playwright

from bot.channels.zalo.channel import Zalo
from bot.commands import menus
from bot.service import Parts, Service
from bot.settings import Settings
from data.kinds import Role
from data.people import chats, registering
from data.store import Store, open_store
from locales import words_for
from scheduler.clock import Clock
from tests.bot.channels.house import Clock as Stopwatch
from tests.building import COMPOSER, SWITCHED_ON, ZONE, at, office, run
from tests.doubles.zalo import PrivateChat, ZaloDouble

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
STORY = FOLDER / "chuyen-zalo.txt"
WIDTH, DOTS = 390, 2
"""Of a picture: as a phone counts, and how many dots make one of these units."""

# Enough for letters, paper and a face; all that is drawn has few colours.
_COLOURS = 128
# The code is new each time; in the story this one stands for it.
_CODE = "K3M7Q9XA"
_PHOTO = "(ảnh)"
_OFFICE = "noi-vu » "
_VI = words_for("vi")


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it is seen, in the picture of that name."""

    picture: str
    at: datetime
    text: str
    title: str = ""
    is_photo: bool = False
    by_bot: bool = False


@dataclass
class Teller:
    """The service and two who talk with it; what has been told so far, as lines and as it is seen."""

    service: Service
    zalo: ZaloDouble
    officer: PrivateChat
    office: PrivateChat
    code: str
    lines: list[str] = field(default_factory=list)
    bubbles: list[Bubble] = field(default_factory=list)
    picture: str = ""

    async def tell(self, script: str) -> None:
        """Go through the script, with what is now said."""
        for line in script.splitlines():
            if not line.startswith(("== ", "@ ", "» ", _OFFICE)):
                continue
            self.lines.append(line)
            if line.startswith("== "):
                self.picture = line[3:]
            elif line.startswith("@ "):
                await self._wait_until(at(line[2:]))
            elif line.startswith(_OFFICE):
                await self.office.says(line.removeprefix(_OFFICE))
            else:
                await self._say(line[2:])
            for said in await self._heard():
                self.lines.append(said.text)
                self.bubbles.append(said)

    @property
    def now(self) -> datetime:
        """What the office's clock shows."""
        return self.service.parts.clock.now().astimezone(ZONE)

    async def _wait_until(self, moment: datetime) -> None:
        if moment.date() > self.now.date():
            await self.service.move_to(moment.date() - timedelta(days=1))
            await self._heard()
            await self.service.move_to(moment.date())
        self.service.parts.clock.move_to(moment)

    async def _say(self, line: str) -> None:
        words = line.removeprefix(_PHOTO).strip()
        is_photo = line.startswith(_PHOTO)
        self.bubbles.append(Bubble(self.picture, self.now, words, is_photo=is_photo))
        if is_photo:
            await self.officer.sends_photo(b"photo", words)
        else:
            await self.officer.says(words.replace(_CODE, self.code))

    async def _heard(self) -> list[Bubble]:
        await self.zalo.drained()
        await self.service.settled()
        seen = [await self.officer.next_message() for _ in self.officer.unread]
        return [
            Bubble(self.picture, self.now, each.text, next((bold for _, bold in each.entities), ""), by_bot=True)
            for each in seen
        ]


async def told(store: Store, folder: Path, script: str) -> Teller:
    """The story as the service tells it now, in an empty database."""
    office(store)
    run(store, SWITCHED_ON)
    async with _opened(store, folder) as teller:
        await teller.tell(script)
    return teller


@asynccontextmanager
async def _opened(store: Store, folder: Path) -> AsyncIterator[Teller]:
    stopwatch = Stopwatch()
    async with ZaloDouble() as zalo:
        channel = Zalo(
            zalo.token,
            base_url=zalo.url,
            clock=stopwatch,
            sleep=stopwatch.sleep,
            folder=folder,
            photo_hosts={"127.0.0.1"},
        )
        service = Service(Parts(Settings(data_dir=folder), store, Clock(SWITCHED_ON), COMPOSER), (channel,))
        officer, office_ = zalo.user("Trần Thị Lan").private(), zalo.user("Lê Văn Minh").private()
        await channel.start(service, menus(_VI))
        await service.take_over()
        try:
            await office_.says(f"dang ky {_code(store, 'NV', Role.COORDINATOR)}")
            yield Teller(service, zalo, officer, office_, _code(store, "VP", Role.OFFICER))
        finally:
            await channel.stop()


def _code(store: Store, unit: str, role: Role) -> str:
    with store.transaction() as session:
        return chats.new_code(session, registering.unit_by_code(session, unit), role, SWITCHED_ON, timedelta(days=7))


_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
* { box-sizing: border-box; margin: 0 }
body { background: #e9edea; color: #1f2a26; font: 15px/1.42 Roboto, "Noto Sans", "DejaVu Sans Condensed", sans-serif }
header { display: flex; gap: 10px; align-items: center; padding: 10px 14px }
header { background: #2f4a40; color: #fff; font-weight: 600 }
header i { display: grid; place-items: center; width: 34px; height: 34px; border-radius: 50% }
header i { background: #d8e5dc; color: #2f4a40; font-style: normal }
main { display: flex; flex-direction: column; gap: 8px; padding: 12px 10px 16px }
.day { align-self: center; padding: 2px 12px; border-radius: 10px; background: #d3dbd5; font-size: 13px }
.day::first-letter { text-transform: uppercase }
.bubble { max-width: 86%; padding: 8px 12px 6px; border-radius: 12px }
.bubble { white-space: pre-wrap; overflow-wrap: anywhere }
.bot { align-self: flex-start; background: #fff; border-bottom-left-radius: 3px }
.person { align-self: flex-end; background: #cfe3d5; border-bottom-right-radius: 3px }
time { display: block; margin-top: 2px; color: #55655d; font-size: 12px; text-align: right }
.photo { display: block; width: 150px; margin: 4px 0; padding: 18px 16px 30px }
.photo { background: #fdfdf8; border: 1px solid #b9c4bc }
.photo u { display: block; height: 5px; margin-bottom: 8px; background: #c2c8c3 }
.photo u:first-child { width: 60%; margin: 0 auto 16px; background: #8b958e }
.photo u:nth-child(6) { width: 70% }
.photo em { display: block; width: 46px; height: 46px; margin: 14px 0 0 auto }
.photo em { border: 3px solid #c0392b; border-radius: 50%; opacity: .7 }
</style><header><i>NV</i>Bot Nhắc Việc UBND thành phố</header><main>"""
# A signed sheet, as one takes a picture of it.
_SHEET = f'<span class="photo">{"<u></u>" * 6}<em></em></span>'


def drawn(bubbles: Iterable[Bubble]) -> str:
    """A chat as a page."""
    days = groupby(bubbles, lambda each: each.at.date())
    return _PAGE + "".join(_day(day) + "".join(map(_drawn, some)) for day, some in days)


def _day(day: date) -> str:
    return f'<div class="day">{escape(_VI.weekday_day(day))}</div>'


def _drawn(each: Bubble) -> str:
    text = escape(each.text.removeprefix(each.title))
    title = f"<b>{escape(each.title)}</b>" if each.title else ""
    who, sheet = "bot" if each.by_bot else "person", _SHEET if each.is_photo else ""
    return f'<div class="bubble {who}">{sheet}{title}{text}<time>{each.at:%H:%M}</time></div>'


def _save(bubbles: Iterable[Bubble]) -> None:
    """The pictures, each under its name."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 300}, device_scale_factor=DOTS)
        for name, some in groupby(bubbles, lambda each: each.picture):
            page.set_content(drawn(some))
            shot = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
            shot.quantize(_COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)
        browser.close()


def _main() -> None:
    with TemporaryDirectory() as folder, closing(open_store(f"sqlite:///{folder}/nhacviec.db")) as store:
        teller = asyncio.run(told(store, Path(folder), STORY.read_text(encoding="utf-8")))
    STORY.write_text("\n".join(teller.lines) + "\n", encoding="utf-8")
    _save(teller.bubbles)


if __name__ == "__main__":
    _main()
