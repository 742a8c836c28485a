"""Which tasks there are, and which units have a part in them."""

from data import views
from data.kinds import Part
from data.people import registering
from data.store import Store
from data.views import assigned
from tests.building import SWITCHED_ON, draft, office, row, run

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"


def test_a_task_is_found_by_its_number_and_shows_who_has_which_part(store: Store) -> None:
    office(store, draft(row("I.1"), row("I.2", lead=NV, coordinating=f"{KT}, {VP}"), row("3", lead="Phòng VHTT")))
    with store.transaction() as session:
        (task,) = assigned.find_tasks(session, "i.2")
        assert assigned.find_tasks(session, "4") == ()
        ids = {unit.code: unit.id or 0 for unit in registering.single_units(session)}
        assert [assigned.part_of(session, task.id, ids[code]) for code in ("NV", "VP", "VHTT")] == [
            Part.LEAD,
            Part.COORDINATING,
            None,
        ]
        assert [unit.code for unit in assigned.units_in(session, task.id, Part.COORDINATING)] == ["VP", "KT"]
        assert [each.number for each in assigned.tasks_with_part(session, ids["VP"], Part.COORDINATING)] == ["I.2"]
        assert assigned.tasks_with_part(session, ids["NV"], Part.COORDINATING) == ()


def test_the_share_that_units_have_in_a_task_is_found_with_it(store: Store) -> None:
    office(store, draft(row("1", lead=f"{NV}, {KT}", coordinating=VP), row("2", lead="Phòng VHTT")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        ids = {unit.code: unit.id or 0 for unit in registering.single_units(session)}
        codes = {unit_id: code for code, unit_id in ids.items()}
        asked = [ids[code] for code in ("NV", "VP")]
        found = {number: assigned.shares(session, number, asked) for number in ("1", "2", "3")}
        tasks = {number: assigned.find_tasks(session, number) for number in found}
        assert {number: tuple(task for task, _ in each) for number, each in found.items()} == tasks
        owed = views.occurrences(session, views.of_task(tasks["1"][0].id), views.led_by(ids["NV"]))
    said = {
        number: [{codes[unit]: share for unit, share in shares.items()} for _, shares in each]
        for number, each in found.items()
    }
    lead, supporting = assigned.Share(Part.LEAD, owed), assigned.Share(Part.COORDINATING, ())
    assert said == {"1": [{"NV": lead, "VP": supporting}], "2": [{}], "3": []}
    assert len(owed) == 1
