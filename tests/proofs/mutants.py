"""Small wrong turns in the data, each with the proof that must notice it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from magdesk.knowledge.decision import Decision
from tests.proofs.mutating import (
    asked_first,
    asked_last,
    asked_of,
    fires_if,
    on_its_own_page,
    only_told,
    swapped_rule,
    untested_from,
    with_amount,
    with_candidate,
    with_every_risk,
    with_medicine,
    with_oxide,
    with_points,
    with_question,
    with_region,
    with_rule,
    without_points_for,
    without_rule,
    without_step,
    without_words,
)
from tests.proofs.properties import TABLES


@dataclass(frozen=True)
class Mutant:
    """A decision with one wrong turn."""

    name: str
    noticed_by: int
    """The property whose proof fails, or ``TABLES`` for the contract's tables."""
    of: Callable[[Decision], Decision]


MUTANTS = (
    # a rule dropped
    Mutant("no rule for tetany", 1, lambda d: without_rule(d, "now.tetany")),
    Mutant(
        "no rule for not keeping drinks down", 2, lambda d: without_rule(d, "today.cannot_drink")
    ),
    Mutant("no rule for breastfeeding", 5, lambda d: without_rule(d, "breastfeeding")),
    Mutant("no rule for kidneys at 30 to 59", 5, lambda d: without_rule(d, "kidney_reduced")),
    Mutant("no rule for being over the limit", 6, lambda d: without_rule(d, "over_limit")),
    Mutant("no rule for no room", 6, lambda d: without_rule(d, "no_room")),
    Mutant("no rule for thyroid tablets", 8, lambda d: without_rule(d, "medicine.levothyroxine")),
    Mutant("no rule for spoilt sleep", 10, lambda d: without_rule(d, "doctor.disturbs_sleep")),
    Mutant("no rule for far over the limit", TABLES, lambda d: without_rule(d, "far_over_limit")),
    # a stop removed
    Mutant("chest pain does not stop", 1, lambda d: with_rule(d, "now.chest_faint", stop=False)),
    Mutant(
        "a swollen calf does not stop", 2, lambda d: with_rule(d, "today.swollen_calf", stop=False)
    ),
    Mutant("pregnancy does not stop", 5, lambda d: with_rule(d, "pregnant", stop=False)),
    Mutant("heart block does not stop", 5, lambda d: with_rule(d, "heart_block", stop=False)),
    Mutant(
        "being over the limit does not stop", 6, lambda d: with_rule(d, "over_limit", stop=False)
    ),
    Mutant("digoxin does not stop", TABLES, lambda d: with_rule(d, "medicine.digoxin", stop=False)),
    Mutant("no room does not stop", 6, lambda d: with_rule(d, "no_room", stop=False)),
    Mutant(
        "a stomach tablet beside a water tablet does not stop",
        TABLES,
        lambda d: with_rule(d, "ppi_depleter", stop=False),
    ),
    Mutant(
        "making oneself sick does not stop", TABLES, lambda d: with_rule(d, "purging", stop=False)
    ),
    # a level lowered, or raised
    Mutant("a stroke only today", 1, lambda d: with_rule(d, "now.stroke_signs", level="today")),
    Mutant("dark urine only soon", 2, lambda d: with_rule(d, "today.dark_urine", level="soon")),
    Mutant(
        "lithium at home", TABLES, lambda d: with_rule(d, "medicine.lithium", level="self_care")
    ),
    Mutant("weak kidneys today", TABLES, lambda d: with_rule(d, "kidney_severe", level="today")),
    Mutant(
        "a statin and new cramps only soon",
        TABLES,
        lambda d: with_rule(d, "statin_new_muscle", level="soon"),
    ),
    Mutant(
        "lithium and a twitch only soon",
        TABLES,
        lambda d: with_rule(d, "lithium_signs", level="soon"),
    ),
    Mutant(
        "piled up magnesium only soon",
        TABLES,
        lambda d: with_rule(d, "kidney_overload", level="soon"),
    ),
    Mutant(
        "far over the limit only soon",
        TABLES,
        lambda d: with_rule(d, "far_over_limit", level="soon"),
    ),
    Mutant(
        "not sure of help today only soon",
        TABLES,
        lambda d: with_rule(d, "today.swollen_calf", if_unsure="soon"),
    ),
    Mutant(
        "an emergency not sure only soon",
        TABLES,
        lambda d: with_rule(d, "now.tetany", if_unsure="soon"),
    ),
    Mutant(
        "kidneys under 30 only ask first",
        TABLES,
        lambda d: with_rule(d, "kidney_severe", level="ask_first"),
    ),
    # a threshold moved by one
    Mutant("a child until 16", 5, lambda d: fires_if(d, "child", age={"below": 17})),
    Mutant("eGFR from 66 on", 5, lambda d: untested_from(d, 66)),
    Mutant("older from 66 on, for the limit", 6, lambda d: with_amount(d, older_from_age=66)),
    Mutant("older from 64 on", TABLES, lambda d: fires_if(d, "older", age={"from": 64})),
    Mutant("the limit of the EU one higher", 6, lambda d: with_region(d, "eu", upper_mg=251)),
    Mutant("the limit from 65 one higher", 6, lambda d: with_amount(d, older_upper_mg=251)),
    Mutant(
        "room for 49 mg",
        TABLES,
        lambda d: fires_if(d, "no_room", supplement_mg={"to": "upper_limit"}, room={"below": 49}),
    ),
    Mutant(
        "room for nothing",
        6,
        lambda d: fires_if(d, "no_room", supplement_mg={"to": "upper_limit"}, room={"below": 0}),
    ),
    Mutant(
        "far over from 2001 mg",
        TABLES,
        lambda d: fires_if(d, "far_over_limit", supplement_mg={"from": 2001}),
    ),
    Mutant(
        "far over where nobody gets",
        10,
        lambda d: fires_if(d, "far_over_limit", supplement_mg={"from": 100_001}),
    ),
    Mutant(
        "pregnancy asked until 54",
        12,
        lambda d: asked_of(d, "pregnancy", sex=["female"], age={"from": 12, "to": 54}),
    ),
    Mutant(
        "at the limit is over it",
        TABLES,
        lambda d: fires_if(d, "over_limit", supplement_mg={"from": "upper_limit"}),
    ),
    Mutant(
        "nobody can tell of 2000 mg",
        13,
        lambda d: with_question(d, "supplement_mg", maximum=1999),
    ),
    # any for all, all for any
    Mutant("eGFR only with every risk", 5, lambda d: with_every_risk(d, "kidney_untested")),
    Mutant("a twitch or two weeks", TABLES, lambda d: swapped_rule(d, "long_lasting")),
    Mutant("uncounted with either", TABLES, lambda d: swapped_rule(d, "uncounted")),
    Mutant("omeprazole or a water tablet", TABLES, lambda d: swapped_rule(d, "ppi_depleter")),
    Mutant("lithium or a twitch", TABLES, lambda d: swapped_rule(d, "lithium_signs")),
    Mutant("food that is enough, or age", TABLES, lambda d: swapped_rule(d, "food_enough")),
    Mutant("cramps, or 65 years", TABLES, lambda d: swapped_rule(d, "older_cramps")),
    Mutant(
        "pregnancy asked of women or of an age",
        TABLES,
        lambda d: asked_of(
            d, "pregnancy", any=[{"sex": ["female"]}, {"age": {"from": 12, "to": 55}}]
        ),
    ),
    # an unknown read as no
    Mutant("tetany not sure is no", 4, lambda d: with_rule(d, "now.tetany", if_unsure=None)),
    Mutant(
        "eye signs not sure are no", 4, lambda d: with_rule(d, "today.sudden_eye", if_unsure=None)
    ),
    Mutant("room not sure is enough", 4, lambda d: with_rule(d, "no_room", if_unsure=None)),
    Mutant("pregnancy not sure is no", 4, lambda d: with_rule(d, "pregnant", if_unsure=None)),
    Mutant("kidneys not sure are well", 4, lambda d: with_rule(d, "kidney_severe", if_unsure=None)),
    Mutant("amount not sure is none", 4, lambda d: with_rule(d, "far_over_limit", if_unsure=None)),
    Mutant("lithium not sure is no", 4, lambda d: with_rule(d, "medicine.lithium", if_unsure=None)),
    Mutant("twitch not sure is no", TABLES, lambda d: with_rule(d, "long_lasting", if_unsure=None)),
    # forms, points and amounts
    Mutant(
        "taurate for the skin", 7, lambda d: with_points(d, "route", "skin_only", out=("citrate",))
    ),
    Mutant("oxide as a candidate", 7, with_oxide),
    Mutant("taurate is not swallowed", TABLES, lambda d: with_candidate(d, "taurate", oral=False)),
    Mutant(
        "citrate beside an antacid",
        TABLES,
        lambda d: with_points(d, "medicines", "magnesium_product", out=()),
    ),
    Mutant(
        "citrate for loose bowels",
        TABLES,
        lambda d: with_points(d, "bowel", "loose", points={"citrate": 3}),
    ),
    Mutant("no points for taurate", 10, lambda d: without_points_for(d, "taurate")),
    Mutant(
        "food that is enough is not told first",
        TABLES,
        lambda d: replace(d, no_supplement_first=()),
    ),
    Mutant("up to 300 mg", TABLES, lambda d: with_amount(d, max_mg=300)),
    Mutant("older people up to 200 mg", TABLES, lambda d: with_amount(d, older_max_mg=200)),
    Mutant("the older kept from their cap", TABLES, lambda d: with_amount(d, older_rule="child")),
    # medicines
    Mutant(
        "moxifloxacin an hour too soon",
        TABLES,
        lambda d: with_medicine(d, "moxifloxacin", after_h=7),
    ),
    Mutant(
        "a course that is not short",
        TABLES,
        lambda d: with_medicine(d, "quinolone", short_course=False),
    ),
    Mutant(
        "a medicine is not named", 8, lambda d: with_rule(d, "medicine.iron", because="Ask first.")
    ),
    # the interview and its words
    Mutant("signs for the doctor asked first", TABLES, lambda d: asked_first(d, "see_doctor")),
    Mutant("the amount asked last", TABLES, lambda d: asked_last(d, "supplement_mg")),
    Mutant("medicines on a page of their own", TABLES, lambda d: on_its_own_page(d, "medicines")),
    Mutant("kidneys asked of men only", 12, lambda d: asked_of(d, "kidney", sex=["male"])),
    Mutant(
        "pregnancy asked by condition",
        13,
        lambda d: asked_of(d, "pregnancy", conditions=["diabetes"]),
    ),
    Mutant("no words for soon", 9, lambda d: without_words(d, "soon")),
    Mutant("caffeine brings no first step", 10, lambda d: without_step(d, "caffeine")),
    Mutant("alcohol only told", 10, lambda d: only_told(d, "triggers", "alcohol")),
)
