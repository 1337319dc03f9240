"""The products of one person on the page, one of them open, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from magdesk.answer_sheet.answer_sheet import Product
from magdesk.intake.label.label_fields import LabelFields
from magdesk.intake.one_sum import OneSum, one_sum
from magdesk.intake.product_entry import Entry, ProductReader, ReadProduct
from magdesk.intake.shown_figures import rounded
from magdesk.interview.sheet_file import MOST_PRODUCTS, MOST_SIGNS
from magdesk.knowledge.limits import Limits


class Entries:
    """There is always at least one entry, empty at first; ``current`` is the open one."""

    def __init__(self, reader: ProductReader, limits: Limits) -> None:
        self._reader = reader
        self._limits = limits
        self.products: list[ReadProduct] = []
        self.current = 0
        self.clear()

    def clear(self) -> None:
        """Forget every product."""
        self.products = [self._reader.read(Entry())]
        self.current = 0

    @property
    def open_product(self) -> ReadProduct:
        """The product that can be changed now."""
        return self.products[self.current]

    # --- changes ----------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Read another label in place of the open one; what was corrected goes with it."""
        self._set(Entry(text[:MOST_SIGNS]))

    def correct(self, fields: LabelFields) -> None:
        """Take these fields in place of what was understood."""
        self._set(replace(self.open_product.entry, fields=fields, chosen=0))

    def set_a_day(self, a_day: float | None) -> None:
        """Take so many servings a day; None for as many as the label says."""
        self._set(replace(self.open_product.entry, a_day=a_day))

    def choose(self, reading: int) -> None:
        """Take another reading of the open label."""
        self._set(replace(self.open_product.entry, chosen=reading))

    def set_usual(self, doses: float | None, dose_mg: float | None) -> None:
        """Take so many doses of the open antacid, of so many mg; None for what is usual."""
        self._set(replace(self.open_product.entry, a_day=doses, dose_mg=dose_mg))

    def add(self, entry: Entry) -> None:
        """Open another product; an empty one gives its place."""
        if self.open_product.entry.is_empty:
            self._set(entry)
            return
        self.products.append(self._reader.read(entry))
        self.current = len(self.products) - 1

    def open(self, number: int) -> None:
        """Open a product that was entered before."""
        self.current = number

    def remove(self, number: int) -> None:
        """Take a product out; the last one leaves an empty entry."""
        del self.products[number]
        if not self.products:
            self.products = [self._reader.read(Entry())]
        if self.current > number or self.current == len(self.products):
            self.current -= 1
        self.current = max(0, self.current)

    def _set(self, entry: Entry) -> None:
        self.products[self.current] = self._reader.read(entry)

    @property
    def is_full(self) -> bool:
        """Whether no further product can be entered: a file holds no more."""
        return len(self.products) >= MOST_PRODUCTS

    # --- what follows -----------------------------------------------------------------------

    def total(self) -> OneSum:
        """Everything of which an amount can be told, as one sum."""
        taken = (product.taken for product in self.products)
        return one_sum((product for product in taken if product is not None), self._limits)

    @property
    def not_counted(self) -> int:
        """How many products were entered of which no amount can be told."""
        return sum(product.day is None and not product.entry.is_empty for product in self.products)

    def as_products(self) -> tuple[Product, ...]:
        """The products as the answer sheet keeps them, those of which an amount can be told."""
        return tuple(
            Product(
                product.name,
                rounded(product.day.likely_mg),
                product.text,
                product.a_day,
            )
            for product in self.products
            if product.day is not None
        )

    def take(self, products: Sequence[Product]) -> None:
        """Show the products of the answer sheet, after a file was opened."""
        read = [
            self._reader.read(self._reader.entry_of(product.label, product.per_day))
            for product in products
            if product.label.strip()
        ]
        self.products = read or [self._reader.read(Entry())]
        self.current = 0
