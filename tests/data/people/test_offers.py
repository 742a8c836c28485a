"""Choices offered: taken by number by who was asked, until another list comes; by a button that only names them."""

from dataclasses import replace
from datetime import timedelta

from data.kinds import Role, State
from data.people import offers
from data.refusals import ButtonOfAnother, ButtonStale, Refusal
from data.store import Store
from data.talk import Choice, Speaker
from tests.building import CHANNEL, SWITCHED_ON, ScriptedChat, at, join, morning, office

CHOICES = (Choice("1. xong 10", "xong 10", 7, State.OPEN), Choice("2. nhac sau 10", "nhac sau 10"))
HAND_OVER = Choice("Bàn giao", "ban giao P-QT P-LL dong y")


def speaker(chat: str = "VP", user: str = "lan") -> Speaker:
    return Speaker(CHANNEL, chat, user, "Trần Thị Lan", is_group=True)


def taken(
    store: Store, number: int, *, chat: str = "VP", user: str = "lan", later: timedelta = timedelta(0)
) -> Choice | None:
    with store.transaction() as session:
        return offers.take(session, speaker(chat, user), number, SWITCHED_ON + later)


def agreed(store: Store, *, user: str = "lan") -> Choice | None:
    with store.transaction() as session:
        return offers.agree(session, speaker(user=user), SWITCHED_ON)


def offer(store: Store, *choices: Choice, numbered: bool = True) -> None:
    with store.transaction() as session:
        offers.keep(session, speaker(), choices, SWITCHED_ON, numbered=numbered)


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


def test_only_who_was_asked_can_answer_by_a_number(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    assert taken(store, 1, user="minh") is None
    assert taken(store, 1) == CHOICES[0]


def test_what_is_offered_later_takes_the_place_of_what_was_before(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    offer(store, CHOICES[1])
    assert [taken(store, 1), taken(store, 2)] == [CHOICES[1], None]


def test_an_offer_ends_when_another_list_is_shown(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    with store.transaction() as session:
        offers.forget(session, speaker())
    assert taken(store, 1) is None


async def test_an_offer_ends_when_a_message_comes(store: Store) -> None:
    office(store)
    join(store, "VP")
    before, after = at("2023-01-12 07:29"), at("2023-01-12 07:31")
    with store.transaction() as session:
        offers.keep(session, speaker(), CHOICES, before, numbered=True)
        assert offers.take(session, speaker(), 1, before) == CHOICES[0]
    assert await morning(store, ScriptedChat(CHANNEL), ["2023-01-12"])
    with store.transaction() as session:
        assert offers.take(session, speaker(), 1, after) is None


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


def test_to_agree_stands_for_the_only_choice_that_says_so(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    assert agreed(store) is None
    offer(store, HAND_OVER, numbered=False)
    assert [agreed(store), agreed(store, user="minh"), taken(store, 1)] == [HAND_OVER, None, None]
    offer(store, HAND_OVER, Choice("Bàn giao", "ban giao X-TN X-LP dong y"))
    assert agreed(store) is None


LONG = Choice("xong 10", "xong 10 " + "đã gửi báo cáo " * 4, 7, State.OPEN)
OTHER = Choice("xong 12", "xong 12 " + "đã gửi báo cáo " * 4)


def kept(store: Store, *choices: Choice, user: str | None = "lan") -> None:
    with store.transaction() as session:
        offers.keep_long(session, CHANNEL, "VP", choices, user)


def pressed(store: Store, choice: Choice, *, chat: str = "VP", user: str = "lan") -> Choice | type[Refusal]:
    """The choice behind a button, or how it is refused."""
    with store.transaction() as session:
        try:
            return offers.behind_button(session, speaker(chat, user), choice.reference)
        except Refusal as refused:
            return type(refused)


def test_a_long_choice_is_kept_for_its_button_and_for_who_was_asked(store: Store) -> None:
    office(store)
    join(store, "VP")
    join(store, "NV")
    kept(store, LONG, CHOICES[0])
    assert [pressed(store, LONG), pressed(store, LONG)] == [LONG, LONG]
    assert pressed(store, LONG, user="minh") is ButtonOfAnother
    assert pressed(store, LONG, chat="NV") is ButtonStale
    assert pressed(store, CHOICES[0]) is ButtonStale
    assert pressed(store, replace(LONG, state=State.DONE)) is ButtonStale


def test_one_that_the_chat_was_told_of_is_for_anyone_in_it(store: Store) -> None:
    office(store)
    join(store, "VP")
    kept(store, LONG, user=None)
    assert [pressed(store, LONG), pressed(store, LONG, user="minh")] == [LONG, LONG]


def test_each_of_two_who_were_asked_alike_has_the_choice(store: Store) -> None:
    office(store)
    join(store, "VP")
    kept(store, LONG)
    kept(store, LONG, user="minh")
    assert [pressed(store, LONG), pressed(store, LONG, user="minh")] == [LONG, LONG]
    assert pressed(store, LONG, user="hoa") is ButtonOfAnother


def test_long_choices_outlive_the_list_they_were_in(store: Store) -> None:
    office(store)
    join(store, "VP")
    kept(store, LONG)
    offer(store, *CHOICES)
    assert [pressed(store, LONG), taken(store, 1)] == [LONG, CHOICES[0]]
    with store.transaction() as session:
        offers.forget(session, speaker())
    assert [pressed(store, LONG), taken(store, 1), agreed(store)] == [LONG, None, None]


def test_the_latest_are_kept_and_no_more(store: Store) -> None:
    office(store)
    join(store, "VP")
    many = [replace(OTHER, occurrence_id=number) for number in range(offers.MOST - 1)]
    kept(store, LONG)
    kept(store, *many)
    assert pressed(store, LONG) == LONG
    kept(store, LONG)
    kept(store, OTHER)
    assert [pressed(store, each) for each in (many[0], many[1], LONG, OTHER)] == [ButtonStale, many[1], LONG, OTHER]
