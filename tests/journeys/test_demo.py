"""The newcomer's first minutes: `nhacviec demo` as a process, its page in a real browser."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import free_port

CHROMIUM = shutil.which("chromium")
PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (Debian: apt-get install chromium)")


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    environment = {"WEB_PORT": str(port), "DATA_DIR": str(tmp_path), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "demo"],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as printed:
        assert f"http://127.0.0.1:{port}" in printed.readline()
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGTERM)
        assert process.wait() == 0


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser: Browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser.new_page(viewport={"width": 1280, "height": 800})
        browser.close()


def choose(page: Page, label: str) -> None:
    page.get_by_role("textbox", name="Tìm đơn vị").fill(label)
    page.get_by_role("button", name=re.compile(f"^{label}")).first.click()


def say(page: Page, text: str) -> None:
    page.get_by_role("textbox", name=re.compile("Gõ tin nhắn")).fill(text)
    page.keyboard.press("Enter")


def test_the_first_minutes(address: str, page: Page) -> None:
    talk = page.get_by_role("log")
    # Nội vụ looks at task 10 before anybody has reported it.
    page.goto(address)
    choose(page, "Phòng Nội vụ")
    say(page, "tinh hinh 10")
    expect(talk.get_by_text("Văn phòng HĐND-UBND thành phố: chưa báo")).to_be_visible()

    # Four working days on, the Office is reminded; it reads and ticks off.
    choose(page, "Văn phòng HĐND-UBND")
    for day in ("12/01/2023 07:30", "13/01/2023 07:30", "16/01/2023 07:30", "17/01/2023 07:30"):
        page.get_by_role("button", name="Ngày làm việc sau").click()
        expect(page.get_by_role("button", name=day)).to_be_visible()
    expect(talk.get_by_text("NHẮC VIỆC: việc 10, hạn 31/01 (còn 5 ngày làm việc)").last).to_be_visible()
    expect(talk.get_by_text("còn 5 ngày làm việc").last).to_be_visible()
    talk.get_by_role("button", name="✅ Xong việc 10").last.click()
    expect(talk.get_by_text("báo hoàn thành việc 10, trước hạn 5 ngày làm việc")).to_be_visible()
    expect(talk.get_by_text("✅ Việc 10: Ban hành Kế hoạch")).to_be_visible()
    if "KEEP_PICTURE" in os.environ:
        page.screenshot(path=PICTURE)

    # The summary has changed, and the next day brings no reminder of it.
    choose(page, "Phòng Nội vụ")
    say(page, "tinh hinh 10")
    expect(talk.get_by_text("Văn phòng HĐND-UBND thành phố: đã báo")).to_be_visible()
    page.get_by_role("button", name="Ngày làm việc sau").click()
    expect(page.get_by_role("button", name="18/01/2023 07:30")).to_be_visible()
    choose(page, "Văn phòng HĐND-UBND")
    expect(talk.get_by_text(re.compile("NHẮC VIỆC: .*còn 4 ngày làm việc"))).to_have_count(0)
