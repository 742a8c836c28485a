"""The rows of the units that people name in a chat."""

from collections.abc import Iterator

import pytest

from data.people import registering
from data.store import Store, open_store
from tests.building import registry


@pytest.fixture
def city(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    with opened.transaction() as session:
        registering.save_registry(session, registry())
    yield opened
    opened.close()


def test_units_and_members_of_groups_are_given_as_rows(city: Store) -> None:
    unions = ["LDLD", "HND", "HPN", "DTN", "HCCB"]
    with city.transaction() as session:
        unit, rest = registering.unit_leading(session, "phường Lê Lợi thu truong")
        assert (unit.code, unit.id is not None, rest) == ("P-LL", True, "thu truong")
        units, rest = registering.units_leading(session, "VP, P-LL thiếu số")
        assert ([unit.code for unit in units], rest) == (["VP", "P-LL"], "thiếu số")
        assert [unit.code for unit in registering.units_named(session, "P-QT cho P-LL")] == ["P-QT", "P-LL"]
        assert [unit.code for unit in registering.units_named(session, "các tổ chức CT-XH")] == unions
        assert [unit.code for unit in registering.members_of_group(session, "G-CTXH")] == unions
        assert registering.members_of_group(session, "VP") == []
        read = registering.read_units(session)
    assert read.registry == registry()
    assert {code: row.name for code, row in read.of.items()} == {unit.code: unit.name for unit in registry().units}
