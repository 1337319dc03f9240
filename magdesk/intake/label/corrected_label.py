"""The text that a label with corrected fields would have, to be read and to be saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.numbers import plain
from magdesk.knowledge.records.form_records import Form
from magdesk.knowledge.records.label_records import LabelKnowledge


class CorrectedLabels:
    """Writes the text of a label from its fields, so that it is read as these fields again."""

    def __init__(
        self,
        forms: Mapping[str, Form],
        knowledge: LabelKnowledge,
        named: Callable[[str], tuple[str, ...]],
    ) -> None:
        """``named`` tells which forms a text names."""
        self._forms = forms
        self._knowledge = knowledge
        self._named = named

    def text(self, fields: LabelFields, printed: str) -> str:
        """The text of a label with these fields, but for servings a day.

        ``printed`` tells words that name a salt closer.

        What stands in none of the fields, such as "buffered" or the reference value that a
        percentage is of, is taken over from what is printed.
        """
        words = plain(printed).casefold()
        salt = self._salt(fields.forms, words)
        lines = [*self._amounts(fields, salt)]
        if fields.percent is not None:
            lines.append(f"{figure(fields.percent)} % {self._reference(words)}")
        if fields.tablets_per_serving != 1:
            lines.append(f"Serving size: {figure(fields.tablets_per_serving)} tablets")
        return "\n".join(lines)

    @staticmethod
    def _amounts(fields: LabelFields, salt: str) -> tuple[str, ...]:
        elemental = None if fields.elemental_mg is None else figure(fields.elemental_mg)
        if fields.compound_mg is not None:
            whole = f"{salt or 'Magnesium complex'} {figure(fields.compound_mg)} mg"
            return (whole,) if elemental is None else (whole, f"of which magnesium {elemental} mg")
        if elemental is not None:
            given = f" (as {salt})" if salt else ""
            return (f"Elemental magnesium{given} {elemental} mg",)
        return (salt or "Magnesium",)

    def _salt(self, forms: tuple[str, ...], words: str) -> str:
        names = " and ".join(self._name(form) for form in forms)
        closer = [word for word in self._closer_words(forms) if word in words]
        return " ".join([*closer, names]) if names else ""

    def _closer_words(self, forms: tuple[str, ...]) -> tuple[str, ...]:
        knowledge = self._knowledge
        variants = [
            word for variant in knowledge.variant if variant.form in forms for word in variant.words
        ]
        buffered = knowledge.words.buffered if "glycinate" in forms else ()
        return (*buffered[:1], *knowledge.hydrates, *variants)

    def _name(self, form: str) -> str:
        """A name of the form that means this form and no other."""
        record = self._forms[form]
        names = (record.full_name, f"Magnesium {record.name}", *record.aliases)
        return next((name for name in names if self._named(name) == (form,)), record.full_name)

    def _reference(self, words: str) -> str:
        parts = words.replace("%", " ").split()
        if any(word in parts for word in ("dv", "daily")):
            return "DV"
        nrv = any(word in parts for word in self._knowledge.words.nrv)
        return "NRV" if nrv else "NRV/DV"  # both: a range


def with_number_read_as(text: str, number: str, value: float) -> str:
    """The text with a number that can be read in two ways written so that it is this value."""
    whole = text if number in text else plain(text)
    return whole.replace(number, figure(value))


def figure(value: float) -> str:
    """A number as every locale reads it alike: no thousands signs, never three decimals."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    whole, _, decimals = text.partition(".")
    return f"{whole}.{decimals}0" if len(decimals) == 3 else text
