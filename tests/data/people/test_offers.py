"""What was offered and is taken: by number, by a plain yes, by a button that only names it; and by whom, until when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from sqlmodel import col, select

from data import outbox
from data.kinds import MessageState, Role, State
from data.model import Address, Message
from data.people import offers
from data.people.offers import Offer
from data.refusals import ButtonOfAnother, ButtonStale, Refusal
from data.store import Store
from data.talk import Act, Choice, Outgoing, Speaker, line
from tests.building import CHANNEL, SWITCHED_ON, ScriptedChat, at, join, morning, office

CHOICES = (
    Choice("1. xong 10", Act("xong", ("10",), occurrence_id=7, state=State.OPEN)),
    Choice("2. nhac sau 10", Act("nhac sau", ("10",))),
)
HAND_OVER = Choice("Bàn giao", Act("ban giao", units=("P-QT", "P-LL"), then="dong y"))
LIST = Outgoing("", "• Việc 1\n• Việc 2")
_UPDATES = count(1)


def speaker(chat: str = "VP", user: str = "lan", *, is_group: bool = True) -> Speaker:
    return Speaker(CHANNEL, chat, user, "Trần Thị Lan", is_group=is_group)


def say(
    store: Store, *replies: Outgoing, user: str = "lan", now: datetime = SWITCHED_ON, goes_on: bool = False
) -> None:
    """Answer somebody in the chat VP."""
    who = speaker(user=user)
    with store.transaction() as session:
        offered = zip(replies, offers.of_answers(replies, who, now, goes_on=goes_on), strict=True)
        place = (CHANNEL, "VP", f"update-{next(_UPDATES)}")
        outbox.put_answers(session, *place, offered, day=now.date(), asked_at=now, now=now)


def offer(
    store: Store, *choices: Choice, numbered: bool = True, user: str = "lan", now: datetime = SWITCHED_ON
) -> None:
    say(store, Outgoing("", "?", choices, numbered=numbered), user=user, now=now)


def taken(
    store: Store, number: int, *, chat: str = "VP", user: str = "lan", later: timedelta = timedelta(0)
) -> Choice | None:
    with store.transaction() as session:
        return offers.take(session, speaker(chat, user), number, SWITCHED_ON + later)


def agreed(store: Store, *, user: str = "lan") -> Choice | None:
    with store.transaction() as session:
        return offers.agree(session, speaker(user=user), SWITCHED_ON)


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


def test_an_offer_ends_when_another_list_is_shown_and_not_by_what_lists_nothing(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    say(store, Outgoing("", "Đã ghi nhận.", CHOICES[:1]))
    assert taken(store, 2) == CHOICES[1]
    say(store, LIST)
    assert taken(store, 1) is None


async def test_an_offer_ends_when_a_message_comes(store: Store) -> None:
    office(store)
    join(store, "VP")
    before, after = at("2023-01-12 07:29"), at("2023-01-12 07:31")
    offer(store, *CHOICES, now=before)
    with store.transaction() as session:
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


def test_in_reply_a_number_means_that_message_however_old(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES)
    offer(store, CHOICES[1])
    with store.transaction() as session:
        for message in session.exec(select(Message)):
            message.sent_refs = [str(message.id)]
    later = SWITCHED_ON + timedelta(days=3)

    def in_reply(answered: str, number: int) -> Choice | None:
        with store.transaction() as session:
            return offers.take(session, speaker(user="minh"), number, later, answered=answered)

    assert [in_reply("1", 1), in_reply("1", 2), in_reply("2", 1)] == [*CHOICES, CHOICES[1]]
    assert [in_reply("2", 2), in_reply("9", 1)] == [None, None]


def test_what_was_offered_outlives_the_words_once_they_are_there(store: Store) -> None:
    office(store)
    join(store, "VP")
    outcomes = (MessageState.SENT, MessageState.SENT, MessageState.FAILED)
    for reply in (Outgoing("", "?", CHOICES, numbered=True), Outgoing("", "Đã rõ."), Outgoing("", "?", CHOICES)):
        say(store, reply)
    with store.transaction() as session:
        claims = outbox.claim(session, SWITCHED_ON, [CHANNEL], limit=3, lease_for=timedelta(minutes=5))
        for claim, state in zip(sorted(claims, key=lambda claim: claim.message_id), outcomes, strict=True):
            outbox.settle(session, claim, state, now=SWITCHED_ON)
    with store.snapshot() as session:
        rows = session.exec(select(Message).order_by(col(Message.id))).all()
        kept = [(row.facts, row.text, row.chat_id, bool(row.offered)) for row in rows]
    assert kept == [({}, None, "VP", True), ({}, None, "", False), ({}, None, "", False)]
    assert taken(store, 1) == CHOICES[0]


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
    offer(store, HAND_OVER, Choice("Bàn giao", replace(HAND_OVER.act, units=("X-TN", "X-LP"))))
    assert agreed(store) is None


def test_a_no_takes_the_question_away_and_leaves_its_buttons(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES, LONG)
    with store.transaction() as session:
        declined = [offers.decline(session, speaker(user=user), SWITCHED_ON) for user in ("minh", "lan", "lan")]
    assert declined == [False, True, False]
    assert [taken(store, 1), pressed(store, LONG)] == [None, LONG]


def test_of_a_long_list_more_is_seen_until_its_end_or_another(store: Store) -> None:
    office(store)
    join(store, "VP")
    on = Act("qua han", start=21)

    def seen_on(*, user: str = "lan") -> Act | None:
        with store.transaction() as session:
            return offers.more(session, speaker(user=user), SWITCHED_ON)

    assert seen_on() is None
    say(store, replace(LIST, choices=(Choice("Xem tiếp", on),)))
    say(store, Outgoing("", "Đã ghi nhận.", CHOICES[:1]))
    assert [seen_on(), seen_on(user="minh")] == [on, None]
    say(store, Outgoing("", "• Việc 21"), goes_on=True)
    assert seen_on() is None
    say(store, replace(LIST, choices=(Choice("Xem tiếp", on),)))
    say(store, LIST)
    assert seen_on() is None


LONG = Choice("xong 10", Act("xong", ("10",), text="đã gửi báo cáo " * 4, occurrence_id=7, state=State.OPEN))


def pressed(store: Store, choice: Choice, *, chat: str = "VP", user: str = "lan") -> Choice | type[Refusal]:
    """The choice behind a button, or how it is refused."""
    with store.transaction() as session:
        try:
            return offers.behind_button(session, speaker(chat, user), choice.act.reference)
        except Refusal as refused:
            return type(refused)


def test_a_choice_is_kept_for_its_button_and_for_who_was_asked(store: Store) -> None:
    office(store)
    join(store, "VP")
    join(store, "NV")
    offer(store, LONG)
    assert [pressed(store, LONG), pressed(store, LONG)] == [LONG, LONG]
    assert pressed(store, LONG, user="minh") is ButtonOfAnother
    assert pressed(store, LONG, chat="NV") is ButtonStale
    assert pressed(store, Choice("", replace(LONG.act, state=State.DONE))) is ButtonStale


def test_one_that_the_chat_was_told_of_is_for_anyone_in_it(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, CHOICES[0])
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        message.offered = offers.of_pushed(Outgoing("", "", (LONG,)), SWITCHED_ON)
    assert [pressed(store, LONG), pressed(store, LONG, user="minh")] == [LONG, LONG]


def test_each_of_two_who_were_asked_alike_has_the_choice(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, LONG)
    offer(store, LONG, user="minh")
    assert [pressed(store, LONG), pressed(store, LONG, user="minh")] == [LONG, LONG]
    assert pressed(store, LONG, user="hoa") is ButtonOfAnother


def test_buttons_outlive_the_list_they_were_in(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, LONG)
    offer(store, *CHOICES)
    assert [pressed(store, LONG), taken(store, 1)] == [LONG, CHOICES[0]]
    say(store, LIST)
    assert [pressed(store, LONG), taken(store, 1), agreed(store)] == [LONG, None, None]


def test_what_cannot_be_read_is_on_offer_no_more(store: Store) -> None:
    office(store)
    join(store, "VP")
    offer(store, *CHOICES, LONG)
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        message.offered = {
            **(message.offered or {}),
            "choices": [{"label": "1", "act": {"command": 1, "then": "x"}}, 2],
        }
    assert [taken(store, 1), agreed(store), pressed(store, LONG)] == [None, None, ButtonStale]


def test_what_an_earlier_release_kept_for_the_chat_is_still_read(store: Store) -> None:
    office(store)
    join(store, "VP")
    by_number = ["1. xong 10", "xong 10", 7, "open"]
    with store.transaction() as session:
        address = session.exec(select(Address).where(col(Address.chat_id) == "VP")).one()
        address.offered = {
            "at": SWITCHED_ON.isoformat(),
            "to": "lan",
            "numbered": True,
            "choices": [by_number, ["Đồng ý", "ban giao P-QT P-LL dong y", None, None]],
            "more": "qua han tiep 21",
            "long": [["bab162f7339cd7b9", "lan", "Xong", "xong 10 đã gửi", 7, "open"]],
        }
    with store.transaction() as session:
        found: Sequence[object] = (
            offers.take(session, speaker(), 1, SWITCHED_ON),
            offers.agree(session, speaker(), SWITCHED_ON),
            offers.more(session, speaker(), SWITCHED_ON),
            offers.behind_button(session, speaker(), "bab162f7339cd7b9").act,
        )
    assert found == (
        Choice("1. xong 10", line("xong 10", 7, State.OPEN)),
        Choice("Đồng ý", line("ban giao P-QT P-LL dong y")),
        line("qua han tiep 21"),
        line("xong 10 đã gửi", 7, State.OPEN),
    )


def test_an_offer_is_kept_whole() -> None:
    kept = Offer(SWITCHED_ON, "lan", CHOICES, numbered=True, by_number=True, asks=True, more=LONG.act, ends=True)
    assert Offer.from_record(kept.to_record()) == kept
