"""What the faults of one worker share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.databases import Cluster, running_cluster
from tests.faults.stage import House
from tests.faults.template import Templates


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    path: Path = tmp_path_factory.mktemp("templates")
    return Templates(path)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that the faults may stop."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture
def house(request: pytest.FixtureRequest, templates: Templates, engine: str) -> House:
    """Templates, and a PostgreSQL where the engine asks for it."""
    return House(templates, request.getfixturevalue("cluster") if engine == "postgresql" else None)
