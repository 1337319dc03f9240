"""A day's plan is the best there is, and what blocks a day is the least that does."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, DayMedicine, Dose, clock, minute_of
from magdesk.planner.gaps import gaps_of
from magdesk.planner.plan import Plan, free_slots, plan_day
from tests.planner.brute_force import Blocking, best
from tests.planner.days import KNOWN, days_with_medicines, known_days

MANY = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def day(
    medicines: dict[str, list[str]],
    *,
    wake: str = "07:00",
    bed: str = "23:00",
    meals: tuple[str, ...] = ("07:30", "12:30", "19:00"),
    portions: int = 2,
) -> Day:
    return Day(
        wake=minute_of(wake),
        bed=minute_of(bed),
        meals=tuple(map(minute_of, meals)),
        portions=portions,
        medicines=tuple(
            DayMedicine(name, tuple(map(minute_of, times))) for name, times in medicines.items()
        ),
    )


def clocks(plan: Plan) -> list[str]:
    return [clock(time) for time in plan.times]


def agrees_with_brute_force(planned: Day, medicines: dict[str, Medicine]) -> None:
    plan, expected = plan_day(planned, medicines), best(planned, medicines)
    assert plan.possible is (expected is not None)
    if expected is not None:
        assert (plan.times, plan.with_meal, plan.margins) == (
            expected.times,
            expected.with_meal,
            expected.margins,
        )
        assert plan.blocked_by == ()
        return
    blocking = Blocking(planned, medicines)
    assert not blocking.leaves_a_time(plan.blocked_by)
    assert len(plan.blocked_by) == blocking.smallest()
    assert set(plan.blocked_by) <= set(planned.doses)


@MANY
@given(days_with_medicines())
def test_no_plan_is_better_whatever_the_hours_of_the_medicines(
    made: tuple[Day, dict[str, Medicine]],
) -> None:
    agrees_with_brute_force(*made)


@MANY
@given(known_days())
def test_no_plan_is_better_with_the_medicines_as_they_are_known(planned: Day) -> None:
    agrees_with_brute_force(planned, dict(KNOWN))


@MANY
@given(days_with_medicines(), st.data())
def test_the_bands_that_are_drawn_hold_exactly_the_slots_that_are_taken(
    made: tuple[Day, dict[str, Medicine]], data: st.DataObject
) -> None:
    planned, medicines = made
    gaps = gaps_of(planned, medicines)
    slot = data.draw(st.integers(0, 95)) * 15
    for gap in gaps:
        start, end = gap.band
        hidden = any(start < slot + shift < end for shift in (-1440, 0, 1440))
        on_edge = (gap.first_of_day and slot == 0) or slot == gap.dose.minute
        assert (gap.spare(slot) is None) is (hidden or on_edge)


def test_the_example_of_the_contract() -> None:
    plan = plan_day(day({"levothyroxine": ["06:30"]}), KNOWN)
    assert (plan.possible, clocks(plan)) == (True, ["12:30", "19:00"])
    assert (plan.with_meal, plan.margins) == ((True, True), (120, 450))


def test_thyroid_tablet_and_iron_get_times_that_keep_both_gaps() -> None:
    planned = day({"levothyroxine": ["06:30"], "iron": ["16:00"]}, meals=("12:30", "19:30"))
    plan = plan_day(planned, KNOWN)
    assert clocks(plan) == ["12:30", "19:30"]
    assert plan.margins == (30, 30)
    agrees_with_brute_force(planned, dict(KNOWN))


def test_without_any_medicine_there_is_no_margin() -> None:
    plan = plan_day(day({"statin": ["20:00"]}), KNOWN)
    assert clocks(plan) == ["07:30", "12:30"]
    assert plan.margins == (None, None)


def test_a_gap_counts_over_midnight() -> None:
    late = {"levothyroxine": ["23:30"]}
    plan = plan_day(day(late, wake="02:00", bed="23:00", meals=("03:00",), portions=1), KNOWN)
    assert plan.with_meal == (False,)
    early = plan_day(day(late, wake="03:30", bed="03:45", meals=(), portions=1), KNOWN)
    assert (clocks(early), early.margins) == (["03:45"], (15,))


def test_bed_may_lie_after_midnight() -> None:
    planned = day({}, wake="20:00", bed="01:00", meals=("20:00", "00:30"))
    assert clocks(plan_day(planned, KNOWN)) == ["20:00", "00:30"]


def test_two_portions_are_four_hours_apart_over_midnight_too() -> None:
    planned = day({}, wake="06:00", bed="05:45", meals=("06:00", "03:00"))
    plan = plan_day(planned, KNOWN)
    assert sum(plan.with_meal) == 1
    only = plan_day(day({}, wake="12:00", bed="15:45", meals=()), KNOWN)
    assert (only.possible, only.blocked_by) == (False, ())


def test_a_bone_tablet_comes_first_on_its_day() -> None:
    morning = plan_day(day({"bisphosphonate": ["07:00"]}, portions=1), KNOWN)
    assert (clocks(morning), morning.margins) == (["19:00"], (600,))
    evening = plan_day(day({"bisphosphonate": ["22:00"]}, portions=1), KNOWN)
    assert evening.blocked_by == (Dose("bisphosphonate", 22 * 60),)
    after_midnight = day({"bisphosphonate": ["07:00"]}, wake="22:00", bed="02:00", portions=1)
    assert free_slots(after_midnight, KNOWN)[-1] == minute_of("23:45")


def test_a_meal_off_the_quarter_hour_counts_for_none() -> None:
    plan = plan_day(day({}, meals=("12:20", "05:00"), portions=1), KNOWN)
    assert (clocks(plan), plan.with_meal) == (["07:00"], (False,))


def test_a_day_that_is_too_short_is_blocked_by_no_medicine() -> None:
    plan = plan_day(day({"iron": ["12:00"]}, wake="07:01", bed="07:14", portions=1), KNOWN)
    assert (plan.possible, plan.blocked_by) == (False, ())


def test_what_blocks_the_day_is_named_with_its_times() -> None:
    planned = day(
        {"rosuvastatin": ["07:00"], "quinolone": ["08:00", "20:00"], "iron": ["12:00"]},
        wake="06:30",
        bed="21:30",
        portions=1,
    )
    plan = plan_day(planned, KNOWN)
    assert plan.possible is False
    assert plan.blocked_by == (
        Dose("quinolone", 480),
        Dose("quinolone", 1200),
        Dose("iron", 720),
    )


def test_a_medicine_that_stops_is_asked_about_in_the_days_order() -> None:
    planned = day({"raltegravir": ["08:00"], "iron": ["12:00"], "digoxin": ["09:00"]})
    plan = plan_day(planned, KNOWN)
    assert plan == Plan(possible=False, ask=("raltegravir", "digoxin"))


def test_a_medicine_that_is_only_asked_about_is_planned_as_usual() -> None:
    plan = plan_day(day({"other": ["06:30"]}), KNOWN)
    assert (clocks(plan), plan.ask) == (["12:30", "19:00"], ())


def test_every_known_medicine_can_stand_in_a_day() -> None:
    for name in Library().decision.medicines:
        plan = plan_day(day({name: ["08:00"]}, portions=1), KNOWN)
        assert plan.possible or plan.ask == (name,)
