"""The local chat page in a real browser, against an office that speaks by a small script."""

import asyncio
import base64
import hashlib
import re
import shutil
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

import httpx
import pytest
import uvicorn
from nicegui.testing.general import nicegui_reset_globals
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from starlette.applications import Starlette

import bot.web
from bot.channels.local import LocalChannel, LocalChat
from bot.talk import Answer, Incoming
from bot.web import build_app
from bot.web.demo import mount_page
from data.kinds import Role
from data.refusals import ExtraMissing
from data.talk import Act, Choice, Enclosed, Outgoing
from data.work.evidence import LARGEST
from data.workdays import workdays
from locales import shell as labels
from locales import words_for

ZONE = "Asia/Ho_Chi_Minh"
WIDE, PHONE = (1280, 800), (390, 844)
HOSTILE = "Phòng <img src=x onerror=alert(1)> ${alert(2)} {{alert(3)}} `</script><script>alert(4)</script>"
CHATS = (
    LocalChat("VP", "Văn phòng HĐND-UBND thành phố", Role.OFFICER, "VP", "Nguyễn Văn An"),
    LocalChat("TP", "Phòng Tư pháp", Role.OFFICER, "TUPHAP", "Trần Thị Bình"),
    LocalChat("XX", HOSTILE, Role.OFFICER, "XX", HOSTILE),
    LocalChat("lanh-dao", "Ủy ban nhân dân thành phố", Role.LEADER, "UBND-TP", "Lê Minh Châu"),
    LocalChat("noi-vu", "Phòng Nội vụ", Role.COORDINATOR, "NV", "Phạm Quốc Dũng"),
)
VI = words_for("vi")
TASKS = "VIỆC CỦA ĐƠN VỊ"
DONE = Choice("✅ Xong việc 10", Act("xong", ("10",), occurrence_id=7))
# One grey dot.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


@dataclass
class Office:
    """Answers by its script, and reminds VP each morning that the clock is moved to."""

    now: datetime = datetime(2023, 1, 11, 7, 30, tzinfo=ZoneInfo(ZONE))
    may_walk: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.may_walk.set()
        self.folder = Path(mkdtemp(prefix="nhacviec-"))
        self.channel = LocalChannel(lambda: self.now, self.folder)
        self.channel.start(self.hear)

    async def hear(self, incoming: Incoming) -> None:
        for said in self.answer(incoming).spoken_to(incoming):
            await self.channel.send(incoming.speaker.chat_id, said)

    def answer(self, incoming: Incoming) -> Answer:
        said = incoming.text
        if incoming.answered is not None:
            return Answer((Outgoing("", f"Trả lời về {incoming.offered}: {said}"),))
        if incoming.file is not None:
            return Answer((Outgoing("", f"Đã nhận {incoming.file.name}, {incoming.file.size} byte: {said}"),))
        if said == "minh chung":
            photo, hostile = (
                self.kept("anh.png", PNG, "photo"),
                self.kept(HOSTILE, b"<script>alert(5)</script>", "file"),
            )
            return Answer((Outgoing("MINH CHỨNG", "Việc 10", files=(photo, hostile)),))
        if said == "viec":
            return Answer((Outgoing(TASKS, "• Việc 10: Kế hoạch kiểm tra\n  hạn: 31/01/2023", (DONE,)),))
        if said == "xong 10":
            thanks = f"Đã ghi nhận. Người báo: đ/c {incoming.speaker.name}"
            return Answer((Outgoing("", thanks),), updated=Outgoing(TASKS, "✅ Việc 10: đã báo"))
        return Answer((Outgoing("", f"Chưa rõ ý đồng chí: {said}"),))

    def kept(self, name: str, content: bytes, kind: str) -> Enclosed:
        sha256 = hashlib.sha256(content).hexdigest()
        (self.folder / "evidence").mkdir(exist_ok=True)
        (self.folder / "evidence" / sha256).write_bytes(content)
        return Enclosed(name, f"evidence/{sha256}", sha256, kind, f"• {name}")

    async def move_to(self, day: date) -> None:
        while self.now.date() < day:
            await asyncio.to_thread(self.may_walk.wait)
            self.now += timedelta(days=1)
            await self.channel.send("VP", Outgoing(f"NHẮC VIỆC – {self.now:%d/%m}", "Kính gửi: Văn phòng"))

    async def health(self) -> dict[str, object]:
        return {"status": "ok"}

    def app(self) -> Starlette:
        app = build_app(self.health)
        mount_page(
            app,
            self.channel,
            CHATS,
            VI,
            lambda: self.now,
            self.move_to,
            zone=ZONE,
            workdays=workdays(),
        )
        return app


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The address of `app` on loopback, for as long as it is wanted."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        # Whoever comes before the server is up waits in the queue.
        listening.listen()
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def office() -> Iterator[Office]:
    office = Office()
    yield office
    shutil.rmtree(office.folder)


@pytest.fixture
def address(office: Office) -> Iterator[str]:
    # NiceGUI keeps its app in the module: each server of this process begins with a fresh one.
    with nicegui_reset_globals(), served(office.app()) as address:
        yield address
        office.may_walk.set()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, address: str, size: tuple[int, int]) -> Iterator[Page]:
    """A window on the page, in which nothing may go wrong and from which nothing may go elsewhere."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.set_default_timeout(10_000)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("request", lambda request: faults.extend(_elsewhere(request.url, address)))
    page.on("websocket", lambda wire: faults.extend(_elsewhere(wire.url.replace("ws:", "http:"), address)))
    page.goto(address)
    yield page
    page.close()
    assert faults == []


def _elsewhere(url: str, address: str) -> list[str]:
    return [] if url.startswith((f"{address}/", "data:")) else [url]


@pytest.fixture
def wide(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, WIDE) as page:
        yield page


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with window(browser, address, PHONE) as page:
        yield page


def rows(page: Page) -> Locator:
    return page.get_by_role("navigation").get_by_role("button")


def row(page: Page, label: str) -> Locator:
    return rows(page).filter(has_text=label)


def said(page: Page) -> Locator:
    return page.get_by_role("log").locator(".text")


def say(page: Page, text: str) -> None:
    box = page.get_by_role("textbox", name=VI.text(labels.PLACEHOLDER, command="viec"))
    box.fill(text)
    box.press("Enter")
    expect(box).to_have_value("")
    expect(box).to_be_focused()


def day(page: Page) -> Locator:
    return page.get_by_title(VI.text(labels.CHOOSE_DAY))


def test_the_conversations_stand_in_order_with_the_coordinator_first(wide: Page) -> None:
    expect(rows(wide).locator(".label")).to_have_text(
        ["Phòng Nội vụ", "Ủy ban nhân dân thành phố", "Văn phòng HĐND-UBND thành phố", "Phòng Tư pháp", HOSTILE]
    )
    expect(rows(wide).locator(".tag")).to_have_text(
        [VI.text(labels.ROLES[role]) for role in (Role.COORDINATOR, Role.LEADER)]
    )
    expect(wide).to_have_title(VI.text(labels.NAME))
    expect(wide.locator("html")).to_have_attribute("lang", "vi")
    expect(wide.get_by_text(VI.text(labels.NOTHING_CHOSEN))).to_be_visible()


def test_a_line_is_typed_a_button_is_pressed_and_the_message_changes(wide: Page) -> None:
    row(wide, "Văn phòng").click()
    expect(wide.get_by_role("heading", level=2)).to_have_text("Văn phòng HĐND-UBND thành phố")
    expect(wide.get_by_text(VI.text(labels.NOTHING_SAID, command="viec"))).to_be_visible()

    say(wide, "viec")
    expect(said(wide)).to_have_text(["viec", "• Việc 10: Kế hoạch kiểm tra hạn: 31/01/2023"])
    assert said(wide).last.inner_text() == "• Việc 10: Kế hoạch kiểm tra\n  hạn: 31/01/2023"
    expect(row(wide, "Văn phòng").locator(".last")).to_have_text(TASKS)

    wide.get_by_role("button", name="✅ Xong việc 10").click()
    expect(said(wide)).to_have_text(["viec", "✅ Việc 10: đã báo", "Đã ghi nhận. Người báo: đ/c Nguyễn Văn An"])
    expect(wide.get_by_role("button", name="✅ Xong việc 10")).to_have_count(0)


def test_a_line_is_sent_by_the_button_too(wide: Page) -> None:
    row(wide, "Văn phòng").click()
    wide.get_by_role("textbox", name=VI.text(labels.PLACEHOLDER, command="viec")).fill("  xin chào ")
    wide.get_by_role("button", name=VI.text(labels.SEND)).click()
    expect(said(wide)).to_have_text(["xin chào", "Chưa rõ ý đồng chí: xin chào"])


def test_each_conversation_is_its_own(wide: Page) -> None:
    row(wide, "Văn phòng").click()
    say(wide, "viec")
    expect(said(wide)).to_have_count(2)

    row(wide, "Phòng Tư pháp").click()
    expect(said(wide)).to_have_count(0)
    say(wide, "xin chào")
    expect(said(wide)).to_have_text(["xin chào", "Chưa rõ ý đồng chí: xin chào"])

    row(wide, "Văn phòng").click()
    expect(said(wide)).to_have_text(["viec", re.compile("Việc 10")])


def test_the_day_moves_on_and_reminders_arrive(wide: Page) -> None:
    expect(day(wide)).to_contain_text("Thứ Tư, 11/01/2023 07:30")
    row(wide, "Phòng Tư pháp").click()

    wide.get_by_role("button", name=VI.text(labels.NEXT_WORKING_DAY)).click()
    expect(day(wide)).to_contain_text("Thứ Năm, 12/01/2023 07:30")
    expect(row(wide, "Văn phòng").get_by_label(labels.unread(VI, 1))).to_have_text("1")
    wide.get_by_role("button", name=VI.text(labels.NEXT_WEEK)).click()
    expect(day(wide)).to_contain_text("Thứ Năm, 19/01/2023 07:30")
    expect(row(wide, "Văn phòng").get_by_label(labels.unread(VI, 8))).to_have_text("8")
    expect(row(wide, "Văn phòng")).to_contain_text("19/01")

    row(wide, "Văn phòng").click()
    expect(wide.get_by_role("log").locator(".title").last).to_have_text("NHẮC VIỆC – 19/01")
    expect(wide.get_by_role("log").locator(".title").last).to_be_in_viewport()
    expect(row(wide, "Văn phòng").locator(".badge")).to_be_hidden()


def test_a_day_is_picked_and_one_gone_by_is_refused(wide: Page) -> None:
    day(wide).click()
    wide.locator(".q-date").get_by_role("button", name="16", exact=True).click()
    expect(day(wide)).to_contain_text("Thứ Hai, 16/01/2023 07:30")

    day(wide).click()
    wide.locator(".q-date").get_by_role("button", name="3", exact=True).click()
    expect(wide.get_by_role("status")).to_have_text(VI.text(labels.PAST, day="16/01/2023"))
    expect(day(wide)).to_contain_text("Thứ Hai, 16/01/2023 07:30")

    wide.get_by_role("button", name=VI.text(labels.NEXT_WORKING_DAY)).click()
    expect(day(wide)).to_contain_text("Thứ Ba, 17/01/2023 07:30")
    expect(wide.get_by_role("status")).to_have_text("")


def test_while_the_day_moves_one_sees_how_far_it_has_come(wide: Page, office: Office) -> None:
    office.may_walk.clear()
    week = wide.get_by_role("button", name=VI.text(labels.NEXT_WEEK))
    week.click()
    expect(wide.get_by_role("status")).to_have_text(VI.text(labels.WALKING, day="thứ Tư, 18/01/2023"))
    expect(wide.get_by_role("progressbar")).to_have_attribute("aria-valuenow", "0")
    expect(week).to_be_disabled()

    office.may_walk.set()
    expect(week).to_be_enabled()
    expect(wide.get_by_role("progressbar")).to_be_hidden()


def test_a_unit_is_found_without_accents_or_by_its_code(wide: Page) -> None:
    search = wide.get_by_role("textbox", name=VI.text(labels.SEARCH))
    search.fill("van phong")
    expect(rows(wide).filter(visible=True).locator(".label")).to_have_text(["Văn phòng HĐND-UBND thành phố"])
    search.fill("tuphap")
    expect(rows(wide).filter(visible=True).locator(".label")).to_have_text(["Phòng Tư pháp"])
    search.fill("xã nào đó")
    expect(wide.get_by_text(VI.text(labels.NOT_FOUND))).to_be_visible()
    search.fill("")
    expect(rows(wide).filter(visible=True)).to_have_count(len(CHATS))


def test_what_strangers_write_stays_text(wide: Page) -> None:
    row(wide, "onerror").click()
    expect(wide.get_by_role("heading", level=2)).to_have_text(HOSTILE)
    say(wide, HOSTILE)
    expect(said(wide)).to_have_text([HOSTILE, f"Chưa rõ ý đồng chí: {HOSTILE}"])
    expect(wide.locator("img")).to_have_count(0)


def test_two_windows_show_the_same(wide: Page, browser: Browser, address: str) -> None:
    with window(browser, address, WIDE) as other:
        row(other, "Văn phòng").click()
        row(wide, "Văn phòng").click()
        say(wide, "viec")
        expect(said(other)).to_have_text(["viec", re.compile("Việc 10")])
        wide.get_by_role("button", name=VI.text(labels.NEXT_WEEK)).click()
        expect(day(other)).to_contain_text("18/01/2023")


def test_on_a_phone_the_list_comes_first_and_then_the_conversation(phone: Page) -> None:
    talk, back = phone.locator(".talk"), phone.get_by_role("button", name=VI.text(labels.BACK))
    expect(talk).to_be_hidden()
    row(phone, "Văn phòng").click()
    expect(phone.get_by_role("navigation")).to_be_hidden()
    say(phone, "viec")
    expect(said(phone).last).to_be_in_viewport()

    back.click()
    expect(talk).to_be_hidden()
    expect(row(phone, "Văn phòng")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == PHONE[0]


def test_the_newest_message_comes_into_view_after_an_answer(phone: Page) -> None:
    row(phone, "Văn phòng").click()
    for _ in range(5):
        say(phone, "viec")
    expect(said(phone)).to_have_count(10)

    phone.get_by_role("button", name="✅ Xong việc 10").first.click()
    expect(said(phone).last).to_have_text("Đã ghi nhận. Người báo: đ/c Nguyễn Văn An")
    expect(said(phone).last).to_be_in_viewport()


@pytest.mark.parametrize(
    ("path", "headers", "code"),
    [
        ("/", {}, 200),
        ("/health", {}, 200),
        ("/", {"host": "evil.example"}, 403),
        ("/health", {"host": "evil.example"}, 403),
        ("/_nicegui_ws/socket.io/?EIO=4&transport=polling", {"origin": "https://evil.example"}, 403),
        (
            "/_nicegui_ws/socket.io/?EIO=4&transport=websocket",
            {
                "origin": "https://evil.example",
                "connection": "Upgrade",
                "upgrade": "websocket",
                "sec-websocket-version": "13",
                "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
            },
            403,
        ),
    ],
)
def test_only_this_machine_s_own_page_is_answered(address: str, path: str, headers: dict[str, str], code: int) -> None:
    assert httpx.get(f"{address}{path}", headers=headers).status_code == code


def test_without_the_extra_one_is_told_which(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nicegui", None)
    monkeypatch.delitem(sys.modules, "bot.web.messenger", raising=False)
    monkeypatch.delattr(bot.web, "messenger", raising=False)

    with pytest.raises(ExtraMissing) as told:
        office.app()
    assert told.value.fields == {"extra": "web"}


def test_a_file_is_sent_with_the_words_in_the_box(wide: Page) -> None:
    row(wide, "Phòng Nội vụ").click()
    box = wide.get_by_role("textbox", name=VI.text(labels.PLACEHOLDER, command="tinh hinh"))
    box.fill("năm 2023")
    with wide.expect_file_chooser() as chooser:
        wide.get_by_role("button", name=VI.text(labels.ATTACH)).click()
    chooser.value.set_files({"name": "ke-hoach.txt", "mimeType": "text/plain", "buffer": b"STT"})
    expect(said(wide)).to_have_text(["📎 ke-hoach.txt\nnăm 2023", "Đã nhận ke-hoach.txt, 3 byte: năm 2023"])
    expect(box).to_have_value("")


def test_a_line_and_a_file_are_sent_in_reply_to_a_message_once(wide: Page) -> None:
    row(wide, "Văn phòng").click()
    say(wide, "viec")
    reply, box = wide.get_by_role("button", name=VI.text(labels.REPLY), exact=True), wide.locator(".reply")
    reply.click()
    expect(box.locator(".quoted")).to_have_text(TASKS)
    say(wide, "rõ")
    expect(said(wide).last).to_have_text("Trả lời về (7,): rõ")
    expect(box).to_be_hidden()
    say(wide, "rõ")
    expect(said(wide).last).to_have_text("Chưa rõ ý đồng chí: rõ")

    reply.first.click()
    with wide.expect_file_chooser() as chooser:
        wide.get_by_role("button", name=VI.text(labels.ATTACH)).click()
    chooser.value.set_files({"name": "anh.jpg", "mimeType": "image/jpeg", "buffer": b"JPG"})
    expect(said(wide).last).to_have_text("Trả lời về (7,): ")
    reply.first.click()
    wide.get_by_role("button", name=VI.text(labels.NOT_REPLYING)).click()
    expect(box).to_be_hidden()


def test_a_file_that_is_too_large_stays_here(wide: Page, tmp_path: Path) -> None:
    large = tmp_path / "lon.pdf"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    row(wide, "Phòng Nội vụ").click()
    with wide.expect_file_chooser() as chooser:
        wide.get_by_role("button", name=VI.text(labels.ATTACH)).click()
    chooser.value.set_files(large)
    expect(wide.get_by_text(VI.text(labels.TOO_LARGE))).to_be_visible()
    expect(said(wide)).to_have_count(0)


def files(page: Page) -> Locator:
    return page.get_by_role("log").locator("a")


def test_files_of_an_answer_are_seen_and_opened(wide: Page, address: str) -> None:
    row(wide, "Văn phòng").click()
    say(wide, "minh chung")
    expect(files(wide)).to_have_text(["• anh.png", f"• {HOSTILE}"])
    picture = wide.get_by_role("log").locator("img")
    expect(picture).to_have_count(1)
    expect(picture).to_have_js_property("naturalWidth", 1)
    photo, other = (httpx.get(f"{address}{link.get_attribute('href')}") for link in files(wide).all())
    assert (photo.content, photo.headers["content-type"]) == (PNG, "image/png")
    assert photo.headers["content-disposition"] == "inline; filename*=UTF-8''anh.png"
    assert (other.content, other.headers["content-type"]) == (b"<script>alert(5)</script>", "application/octet-stream")
    assert other.headers["content-disposition"].startswith("attachment; filename*=UTF-8''Ph%C3%B2ng%20%3Cimg%20src%3Dx")
    for said_of in (photo, other):
        assert said_of.headers["x-content-type-options"] == "nosniff"
        assert said_of.headers["content-security-policy"].startswith("default-src 'self'")
        assert said_of.headers["cache-control"] == "no-store"
