"""Over a messenger, no story lets a secret out."""

from collections.abc import Iterator

import pytest

from tests.no_secrets import guarded


@pytest.fixture(autouse=True)
def _no_secrets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with guarded(request, monkeypatch):
        yield
