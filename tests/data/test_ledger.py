"""The ledger: parts of messages by bot and month, and people by bot."""

from datetime import date

from data import ledger
from data.ledger import Spent
from data.store import Store

MARCH, APRIL = date(2023, 3, 1), date(2023, 4, 1)
ONE, TWO = "zalo:1", "zalo:2"


def test_what_was_taken_and_what_perhaps_was_count_by_bot_and_month(store: Store) -> None:
    with store.transaction() as session:
        totals = [
            ledger.count(session, ONE, MARCH, taken=2),
            ledger.count(session, ONE, MARCH, perhaps=1),
            ledger.count(session, TWO, MARCH, taken=5),
            ledger.count(session, ONE, APRIL, taken=1),
        ]
        assert totals == [2, 3, 5, 1]
        assert ledger.spent(session, [ONE, TWO, "zalo:3"], MARCH) == {ONE: Spent(3), TWO: Spent(5), "zalo:3": Spent()}
        assert ledger.spent(session, [ONE], APRIL) == {ONE: Spent(1)}
