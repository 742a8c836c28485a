"""The pictures of the guide are of what the service says: their story goes as it is kept, word for word."""

import re
from pathlib import Path

from data.store import open_store
from tests.pictures import DOTS, FOLDER, STORY, WIDTH, told

PAGE = FOLDER.parent / "huong-dan-zalo.md"


async def test_the_story_of_the_pictures_is_what_the_service_says(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url)
    teller = await told(store, tmp_path, STORY.read_text(encoding="utf-8"))
    store.close()

    assert "\n".join(teller.lines) + "\n" == STORY.read_text(encoding="utf-8")


def test_each_part_of_the_story_has_its_picture_of_a_phone_on_the_page() -> None:
    names = {line[3:] for line in STORY.read_text(encoding="utf-8").splitlines() if line.startswith("== ")}
    pictures = {path.stem: path.read_bytes() for path in FOLDER.glob("*.png")}

    assert set(pictures) == names
    assert set(re.findall(r'src="pictures/(\S+)\.png"', PAGE.read_text(encoding="utf-8"))) == names
    # The width stands at the head of a PNG.
    assert {int.from_bytes(picture[16:20]) for picture in pictures.values()} == {WIDTH * DOTS}
    assert [name for name, picture in pictures.items() if len(picture) >= 100_000] == []
