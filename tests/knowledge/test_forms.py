"""What every form says of itself: the article's word, the program's own, and the law's."""

from __future__ import annotations

import pytest

from magdesk.knowledge.loader import Library


def test_the_articles_forms_come_first_in_its_order_then_the_others_by_name(
    library: Library,
) -> None:
    forms = list(library.catalogue.forms.values())
    named = [form.article.order for form in forms if form.article is not None]
    assert named == list(range(1, len(named) + 1))
    assert all(form.article is not None for form in forms[: len(named)])
    others = [form.name.casefold() for form in forms[len(named) :]]
    assert others == sorted(others)


def test_the_article_avoids_one_form_and_the_program_has_its_own_reasons(library: Library) -> None:
    forms = library.catalogue.forms
    assert [form.id for form in forms.values() if form.article and form.article.avoid] == ["oxide"]
    tags = {form.id: form.why_never.tag for form in forms.values() if form.why_never is not None}
    assert tags == {
        "hydroxide": "Laxative",
        "sulfate_oral": "Laxative",
        "orotate": "EU: safety not shown",
    }


def test_a_reason_of_the_program_rests_on_a_source_that_was_read(library: Library) -> None:
    for form in library.catalogue.forms.values():
        if form.why_never is not None:
            marks = {library.bibliography[key].mark for key in form.why_never.sources}
            assert marks <= {"V", "V2"}, form.id


def test_every_form_that_is_swallowed_says_whether_eu_law_lists_it(library: Library) -> None:
    for form in library.catalogue.forms.values():
        assert form.eu.plain
        assert form.eu.detail
        assert (form.eu.status == "not_swallowed") == (form.route != "mouth")


@pytest.mark.parametrize("candidate", [True, False])
def test_only_candidates_go_without_a_reason_never_to_be_suggested(
    library: Library, candidate: bool
) -> None:
    for form in library.catalogue.forms.values():
        if form.candidate is candidate:
            assert form.why.startswith("Never suggested") is not candidate


def test_every_form_of_the_article_has_its_claims_checked(library: Library) -> None:
    for form in library.catalogue.forms.values():
        if form.article is not None:
            assert form.article.claims
            for number in form.article.claims:
                assert form.id in library.claims.claims[number].forms
