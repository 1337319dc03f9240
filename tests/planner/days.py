"""Days to plan, made at random from medicines that have any hours at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from hypothesis import strategies as st
from msgspec.structs import replace

from magdesk.knowledge.loader import Library
from magdesk.knowledge.records.decision_records import Medicine
from magdesk.planner.day import Day, DayMedicine

MINUTES = st.one_of(st.integers(0, 95).map(lambda slot: 15 * slot), st.integers(0, 1439))
HOURS = st.integers(1, 12)
KNOWN = Library().decision.medicines


def _medicine(number: int, hours: tuple[int | None, int | None], stop: bool = False) -> Medicine:
    before, after = hours
    row = KNOWN["levothyroxine"]
    return replace(row, id=f"made_{number}", before_h=before, after_h=after, stop=stop)


@st.composite
def medicines(draw: st.DrawFn, most: int = 4) -> dict[str, Medicine]:
    """Medicines as the knowledge could hold them: both gaps, one of them, or none."""
    pairs = draw(
        st.lists(
            st.one_of(
                st.tuples(HOURS, HOURS),
                st.tuples(HOURS, st.none()),
                st.tuples(st.none(), HOURS),
                st.just((None, None)),
            ),
            max_size=most,
        )
    )
    made = (
        _medicine(number, cast("tuple[int | None, int | None]", pair))
        for number, pair in enumerate(pairs)
    )
    return {medicine.id: medicine for medicine in made}


@st.composite
def days(draw: st.DrawFn, taken: Mapping[str, Medicine], most_times: int = 3) -> Day:
    """A day with each of these medicines at some times."""
    wake = draw(MINUTES)
    times = st.lists(MINUTES, min_size=1, max_size=most_times, unique=True)
    return Day(
        wake=wake,
        bed=draw(MINUTES.filter(lambda bed: bed != wake)),
        meals=tuple(draw(st.lists(MINUTES, max_size=4, unique=True))),
        portions=draw(st.integers(1, 2)),
        medicines=tuple(DayMedicine(name, tuple(draw(times))) for name in taken),
    )


@st.composite
def days_with_medicines(draw: st.DrawFn, most: int = 4) -> tuple[Day, dict[str, Medicine]]:
    """A day, and the medicines that are taken on it."""
    taken = draw(medicines(most))
    return draw(days(taken)), taken


@st.composite
def known_days(draw: st.DrawFn) -> Day:
    """A day with medicines of the shipped knowledge that do not stop magnesium."""
    names = [name for name, medicine in KNOWN.items() if not medicine.stop]
    chosen = draw(st.lists(st.sampled_from(names), max_size=4, unique=True))
    return draw(days({name: KNOWN[name] for name in chosen}))
