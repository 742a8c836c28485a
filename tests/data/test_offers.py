"""Choices that a chat was offered last: taken by their number until others are offered or the day is over."""

from datetime import timedelta

from data import offers
from data.model import Role, State
from data.outbox import Choice
from data.store import Store
from tests.building import CHANNEL, SWITCHED_ON, join, office

CHOICES = (Choice("1. xong 10", "xong 10", 7, State.OPEN), Choice("2. nhac sau 10", "nhac sau 10"))


def taken(store: Store, number: int, *, chat: str = "VP", later: timedelta = timedelta(0)) -> Choice | None:
    with store.transaction() as session:
        return offers.take(session, CHANNEL, chat, number, SWITCHED_ON + later)


def offer(store: Store, *choices: Choice) -> None:
    with store.transaction() as session:
        offers.keep(session, CHANNEL, "VP", choices, SWITCHED_ON)


def test_a_number_stands_for_the_choice_in_its_place_as_often_as_it_is_typed(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    assert [taken(store, number) for number in (1, 2, 1)] == [CHOICES[0], CHOICES[1], CHOICES[0]]
    assert [taken(store, number) for number in (0, 3)] == [None, None]


def test_a_chat_takes_only_what_it_was_offered_itself(store: Store) -> None:
    office(store)
    join(store, "VP")
    join(store, "NV")
    offer(store, *CHOICES)
    assert taken(store, 1, chat="NV") is None
    assert taken(store, 1, chat="somewhere") is None


def test_what_is_offered_later_takes_the_place_of_what_was_before(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    offer(store, CHOICES[1])
    assert [taken(store, 1), taken(store, 2)] == [CHOICES[1], None]


def test_an_offer_ends(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    assert taken(store, 1, later=offers.LASTS - timedelta(minutes=1)) == CHOICES[0]
    assert taken(store, 1, later=offers.LASTS) is None


def test_a_chat_with_two_seats_has_one_offer(store: Store) -> None:
    office(store)
    join(store, "NV", "VP")
    join(store, "VP", role=Role.COORDINATOR)
    offer(store, *CHOICES)
    assert taken(store, 2) == CHOICES[1]
