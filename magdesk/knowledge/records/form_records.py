"""The forms and what the article says of them (``forms.toml``)."""

from typing import Annotated, Literal

import msgspec

from magdesk.knowledge.records import (
    Absorption,
    Identifier,
    Keys,
    Mark,
    Milligrams,
    Percent,
    Rating,
    Record,
    Route,
    Solubility,
    Stomach,
    Text,
    Texts,
)


class Statement(Record, frozen=True, kw_only=True):
    """One thing said in two voices, with the sources it rests on."""

    plain: Text
    detail: str = ""
    sources: Keys = ()
    mark: Mark = "K"


class Variant(Record, frozen=True, kw_only=True):
    """The same form with another hydration or composition."""

    name: Text
    formula: Text


class ArticleView(Record, frozen=True, kw_only=True):
    """What the article says of a form: an opinion, never mixed with what trials found."""

    order: Annotated[int, msgspec.Meta(ge=1)]
    """Its place among the forms of the article."""
    rating: Rating
    """How well the article expects the form to work for twitches."""
    absorption: Literal["high", "good_on_skin", "low"]
    benefit: Text
    consideration: Text
    words: Text
    avoid: str = ""
    """Why the article says to avoid it; empty for all but those it tells to avoid."""
    claims: tuple[int, ...] = ()
    """Numbers of the claims in ``claims.toml`` that check these opinions."""


class WhyNever(Record, frozen=True, kw_only=True):
    """The program's own reason against a form: a word or two for a tag, and its source."""

    tag: Annotated[str, msgspec.Meta(min_length=1, max_length=24)]
    plain: Text
    sources: Annotated[Keys, msgspec.Meta(min_length=1)]
    mark: Mark


class EuStatus(Record, frozen=True, kw_only=True):
    """Whether Annex II of Directive 2002/46/EC lists the salt for food supplements."""

    status: Literal["listed", "not_listed", "not_swallowed"]
    listed_as: str = ""
    """How the annex names it."""
    plain: Text
    detail: str = ""
    sources: Annotated[Keys, msgspec.Meta(min_length=1)]
    mark: Mark


class Form(Record, frozen=True, kw_only=True):
    """One form of magnesium (``forms.toml``)."""

    id: Identifier
    name: Text
    full_name: Text
    aliases: Texts
    """Names that stand on labels; the text filter searches them."""
    search: Texts = ()
    """Further words a person may type: uses, complaints, trade words."""
    route: Route
    formula: Text | None = None
    """Formula in its usual hydration; null where the label alone tells (no defined compound)."""
    hydration: Text
    variants: tuple[Variant, ...] = ()
    label_percent: tuple[Percent, Percent] | None = None
    """Elemental magnesium as labels give it, lowest and highest, where there is no formula."""
    assay_note: str = ""
    """How real products differ from the formula."""
    serving_mg: tuple[Milligrams, Milligrams] | None = None
    """Usual serving, lowest and highest, mg elemental magnesium; null where none is usual."""
    serving: Statement
    solubility: Solubility
    solubility_note: Statement
    absorption: Absorption
    absorption_note: Statement
    stomach: Stomach
    stomach_note: Statement
    main_use: Text
    """Two or three words for the table: what it is sold for."""
    used_for: Statement
    timing: Statement
    key_point: Text
    """At most about 45 characters for the table."""
    cautions: tuple[Statement, ...]
    candidate: bool
    """Whether the wizard may list it."""
    why: Text
    """Why it is a candidate, or why it is never suggested."""
    why_never: WhyNever | None = None
    """The program's own tag against it; null for most."""
    eu: EuStatus
    article: ArticleView | None = None
    """Null for a form that the article does not name."""
