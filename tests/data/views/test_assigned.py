"""Which tasks there are, and which units have a part in them."""

from data.kinds import Part
from data.people import registering
from data.store import Store
from data.views import assigned
from tests.building import draft, office, row

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
        assert [each.number for each in assigned.coordinated_by(session, ids["VP"])] == ["I.2"]
        assert assigned.coordinated_by(session, ids["NV"]) == ()
