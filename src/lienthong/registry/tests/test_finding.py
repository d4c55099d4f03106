"""Citations find each other whichever is registered first; search finds without marks and forgets what is gone."""

from datetime import date

import pytest

from lienthong.core.refusals import Refused
from lienthong.core.search import matches
from lienthong.organisations.tests.factories import cast
from lienthong.registry.actions.change_document import change_document
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.finding import known_documents, record_citation, unregistered_citations
from lienthong.registry.granting import record_answer
from lienthong.registry.models import Citation, Direction, OfficialDocument
from lienthong.registry.numbering import number_key, printed_number, proposed_symbol, split_number
from lienthong.registry.tests.factories import document, plan_text, read_document

DAY = date(2025, 8, 6)


@pytest.mark.django_db
def test_a_citation_is_linked_when_the_cited_document_is_there():
    people = cast()
    cited = document(people.office, number="82/KH-UBND", dated="2025-08-01")
    citing = document(people.office, number="12/KH-UBND")
    citation = record_citation(citing, number="82 / KH - UBND", dated="2025-08-01", type="kế hoạch", start=3, end=13)
    assert citation.cited == cited
    assert record_citation(citing, number="82/KH-UBND").pk == citation.pk


@pytest.mark.django_db
def test_a_citation_is_linked_once_the_cited_document_is_registered_later():
    people = cast()
    citing = document(people.office, number="12/KH-UBND")
    citation = record_citation(citing, number="5/KH-UBND", dated="2025-08-05")
    assert citation.cited is None
    assert [(row.number, times) for row, times in unregistered_citations(people.office)] == [("5/KH-UBND", 1)]
    cited = read_document(people.clerk, plan_text("05/KH-UBND"))
    citation.refresh_from_db()
    assert citation.cited is None
    register_incoming(people.clerk, cited, arrived_on=DAY)
    citation.refresh_from_db()
    assert citation.cited == cited
    assert unregistered_citations(people.office) == []


@pytest.mark.django_db
def test_another_day_another_office_or_two_of_a_number_are_not_guessed():
    people = cast()
    citing = document(people.office, number="12/KH-UBND")
    document(people.office, number="82/KH-UBND", dated="2024-08-01")
    document(cast().office, number="83/KH-UBND")
    document(people.office, number="84/KH-UBND", issuer="Sở Nội vụ")
    document(people.office, number="84/KH-UBND", issuer="Sở Tài chính")
    for number in ("82/KH-UBND", "83/KH-UBND", "84/KH-UBND"):
        assert record_citation(citing, number=number, dated="2025-08-05").cited is None
    assert record_citation(citing, number="12/KH-UBND") is None
    assert record_citation(citing, number="…") is None


@pytest.mark.django_db
def test_a_corrected_number_changes_what_is_linked():
    people = cast()
    citing = document(people.office, number="12/KH-UBND")
    cited = document(people.office, number="82/KH-UBND", dated="")
    first, second = (record_citation(citing, number=number) for number in ("82/KH-UBND", "83/KH-UBND"))
    change_document(people.clerk, cited, values={"number": "83/KH-UBND"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.cited, second.cited) == (None, cited)


@pytest.mark.django_db
def test_a_discarded_document_leaves_citations_unlinked():
    people = cast()
    cited = document(people.office, number="82/KH-UBND")
    citation = record_citation(document(people.office), number="82/KH-UBND")
    discard_secret(people.clerk, cited)
    citation.refresh_from_db()
    assert citation.cited is None
    assert Citation.objects.count() == 1
    assert not matches(OfficialDocument, "82/KH-UBND").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query", ["chuyen doi so", "CHUYỂN ĐỔI SỐ", "82/kh-ubnd", "82 KH UBND", "mo chuyen muc", "chuyên mục đài"]
)
def test_search_finds_a_registered_document_without_marks(query):
    people = cast()
    made = read_document(people.clerk, plan_text("82/KH-UBND"))
    assert not matches(OfficialDocument, query).exists()
    register_incoming(people.clerk, made, arrived_on=DAY)
    assert [row["object_id"] for row in matches(OfficialDocument, query)] == [made.pk]


@pytest.mark.django_db
def test_known_documents_are_registered_ones_however_the_number_is_spelled():
    people = cast()
    made = document(people.office, number="05/KH-UBND")
    document(people.office, number="5/KH-UBND", state=OfficialDocument.State.TO_REGISTER)
    assert list(known_documents("5 / KH–UBND")) == [made]
    assert list(known_documents("", people.office)) == []


@pytest.mark.django_db
def test_an_answer_is_another_document_of_the_office():
    people = cast()
    asked = document(people.office)
    answer = document(people.office, direction=Direction.OUTGOING)
    record_answer(asked, answer)
    assert list(asked.answered_by.all()) == [answer]
    for wrong in (asked, document(cast().office)):
        with pytest.raises(Refused):
            record_answer(asked, wrong)


@pytest.mark.parametrize(
    "printed,number,symbol",
    [
        ("82/KH-UBND", 82, "KH-UBND"),
        ("16-CT/TU", 16, "CT/TU"),
        ("05/KH-UBND", 5, "KH-UBND"),
        ("/KH-UBND", None, "KH-UBND"),
        ("KH-UBND", None, "KH-UBND"),
        ("", None, ""),
        ("7", 7, ""),
        ("      /UBND-VX", None, "UBND-VX"),
    ],
)
def test_a_printed_number_comes_apart(printed, number, symbol):
    assert split_number(printed) == (number, symbol)


def test_numbers_are_printed_as_the_decree_says():
    assert printed_number(5, "KH-UBND") == "05/KH-UBND"
    assert printed_number(16, "CT/TU", party=True) == "16-CT/TU"
    assert proposed_symbol("công văn", "UBND") == "UBND"
    assert number_key("005/KH-UBND") == number_key("5/kh–ubnd")
