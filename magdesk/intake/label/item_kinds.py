"""The kinds of things on a label, each as one letter, and the words and signs for them."""

from __future__ import annotations

# The letter of each kind of item.
AMOUNT, PERCENT, BARE, PIECES, VOLUME, PIECE = "A", "P", "N", "Q", "V", "q"
MAGNESIUM, ELEMENTAL, FORM, OTHER, FOREIGN = "M", "E", "F", "O", "X"
OF_WHICH, SOURCE, PER, SERVING, DAILY_DOSE, DAY = "W", "S", "p", "s", "D", "d"
TIMES_A_DAY, TIMES, TAKE, LIMIT, CONTAINER, CONTAINS = "T", "t", "k", "l", "c", "C"
NRV, DV, RDA, BUFFERED, HYDRATE, PURE, TOPICAL, LAXATIVE = "r", "v", "a", "b", "h", "u", "o", "x"
OF, TO, AND, BREAK, COMMA, OPEN, CLOSE = "f", "2", "&", "|", ",", "(", ")"
COLON, SLASH, DASH = ":", "/", "-"
WORD, MONEY = "w", "$"
MEASURE = "m"
"""100 g, 100 mL and the like: what a table of contents is for, and nobody takes at once."""
NAME_WITH_A_DIGIT = "\ue000"
"""Stands for "5-MTHF" and the like in the text of a label."""

ROLES = {
    "elemental": ELEMENTAL,
    "of_which": OF_WHICH,
    "buffered": BUFFERED,
    "weight": FOREIGN,
    "code": FOREIGN,
    "other_mineral": FOREIGN,
    "other_substance": FOREIGN,
    "daily_dose": DAILY_DOSE,
    "container": CONTAINER,
    "piece": PIECE,
    "serving": SERVING,
    "day": DAY,
    "time_of_day": DAY,
    "twice": TIMES_A_DAY,
    "thrice": TIMES_A_DAY,
    "once": TIMES_A_DAY,
    "take": TAKE,
    "limit": LIMIT,
    "nrv": NRV,
    "dv": DV,
    "rda": RDA,
    "pure": PURE,
    "topical": TOPICAL,
    "laxative": LAXATIVE,
    "times": TIMES,
    "contains": CONTAINS,
    "source": SOURCE,
    "per": PER,
    "of": OF,
    "to": TO,
    "magnesium": MAGNESIUM,
}
HOW_OFTEN = {"time_of_day": 1.0, "once": 1.0, "twice": 2.0, "thrice": 3.0}
SIGNS = {
    **dict.fromkeys(";\n\r•|?!·", BREAK),
    **dict.fromkeys("([", OPEN),
    **dict.fromkeys(")]", CLOSE),
    **dict.fromkeys("+&", AND),
    **dict.fromkeys("–—-", DASH),
    **dict.fromkeys("€$£", MONEY),
    ",": COMMA,
    ":": COLON,
    "/": SLASH,
    "=": OF_WHICH,
    "×": TIMES,
    NAME_WITH_A_DIGIT: FOREIGN,
}
NO_AMOUNT = frozenset(
    {
        *("l", "liter", "litre", "kcal", "kj", "cal", "iu", "ie", "cm", "mm", "ppm", "cfu", "oz"),
        *("eur", "usd", "gbp", "euro", "months", "monate", "years", "jahre", "weeks", "wochen"),
        *("hours", "stunden", "h", "min", "lb", "lbs", "floz", "fl"),
    }
)
"""Units behind a number that is no amount of a mineral."""
