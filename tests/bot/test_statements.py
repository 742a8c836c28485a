"""What a typed line asks of the database stays little."""

from data.store import Store
from tests.bench.line import office, statements


def test_a_report_asks_the_database_fifteen_times(filled: Store) -> None:
    with office(filled) as anew:
        reads, writes = statements(anew, "VP", "xong 10")
    assert (reads, writes) == (8, 7)
