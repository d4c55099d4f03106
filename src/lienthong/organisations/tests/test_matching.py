"""What a printed name is taken to mean, and when nothing is chosen."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienthong.organisations.matching import CHOSEN_FROM, NameIndex, agree, match_name, words_of
from lienthong.organisations.models import Body, BodyName
from lienthong.organisations.tests.factories import BodyFactory, Cast, cast, make_group

DAY = date(2025, 9, 1)


@pytest.fixture
def commune(db: None) -> Cast:
    return cast()


@pytest.mark.parametrize(
    "printed",
    [
        "Phòng Văn hóa - Xã hội",
        "Phòng Văn hoá – Xã hội",
        "PHÒNG VĂN HÓA - XÃ HỘI",
        "Phòng Văn hóa và Xã hội",
        "P. VHXH",
        "P.VH-XH",
        "Phòng VHXH",
        "Phòng VH-XH",
        "Phòng Văn hóa - Xã hội xã Minh Hòa",
        "Phòng Văn hóa - Xã hội xã",
        "Phòng VH-XH thuộc xã Minh Hoà",
    ],
)
def test_variants_of_one_name_are_the_same_body(commune: Cast, printed: str) -> None:
    assert match_name(printed, office=commune.office, day=DAY).target == commune.culture


@pytest.mark.parametrize(
    "printed, wanted",
    [
        ("UBND xã", "Ủy ban nhân dân xã Minh Hòa"),
        ("Ủy ban nhân dân xã Minh Hòa", "Ủy ban nhân dân xã Minh Hòa"),
        ("UBND xã Minh Hoà", "Ủy ban nhân dân xã Minh Hòa"),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Minh Giang"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Minh Giang"),
        ("TT Dịch vụ SNC", "Trung tâm Dịch vụ sự nghiệp công"),
        ("Trung tâm DVSNC xã", "Trung tâm Dịch vụ sự nghiệp công"),
        ("Công an xã Minh Hòa", "Công an xã"),
        ("P. KT", "Phòng Kinh tế"),
        ("Thôn 01", "Thôn 1"),
        ("thôn 3", "Thôn 3"),
    ],
)
def test_names_of_every_level(commune: Cast, printed: str, wanted: str) -> None:
    match = match_name(printed, office=commune.office, day=DAY)
    assert str(match.target) == wanted, match.candidates


@pytest.mark.parametrize(
    "printed", ["UBND", "Phòng", "Thôn 4", "Công an tỉnh", "Sở Tài chính", "", "…", "Phòng Kinh tế hạ tầng"]
)
def test_nothing_is_chosen_without_agreement(commune: Cast, printed: str) -> None:
    assert match_name(printed, office=commune.office, day=DAY).target is None


def test_a_misspelt_name_is_offered_first_and_never_chosen(commune: Cast) -> None:
    match = match_name("Phòng Văn hóa - Xã hộii", office=commune.office, day=DAY)
    assert match.target is None
    assert match.candidates[0].target == commune.culture
    assert match.score < CHOSEN_FROM


def test_letters_of_a_short_name_do_not_swallow_other_words(commune: Cast) -> None:
    BodyFactory(name="Phòng Kế hoạch", short_name="Phòng KH", parent=commune.office)
    assert match_name("Phòng Khoa học", office=commune.office, day=DAY).target is None
    assert str(match_name("P.KH", office=commune.office, day=DAY).target) == "Phòng Kế hoạch"


def test_two_bodies_that_agree_alike_leave_the_choice_to_a_person(commune: Cast) -> None:
    technical = BodyFactory(name="Phòng Kỹ thuật", parent=commune.office)
    match = match_name("P. KT", office=commune.office, day=DAY)
    assert match.target is None
    assert {candidate.target for candidate in match.candidates[:2]} == {commune.economy, technical}


def test_an_alias_and_a_group_are_names_too(commune: Cast) -> None:
    BodyName.objects.create(body=commune.service_centre, name="Trung tâm Văn hóa, Thể thao")
    group = make_group(commune.office, "Các cơ quan, đơn vị liên quan", commune.culture, commune.police)
    index = NameIndex(commune.office, DAY)
    assert index.match("Trung tâm Văn hoá thể thao xã").target == commune.service_centre
    assert index.match("các cơ quan, đơn vị liên quan").target == group


def test_the_successor_of_a_closed_body_is_meant(commune: Cast) -> None:
    old = BodyFactory(name="Phòng Văn hóa và Thông tin", parent=commune.office, valid_to=date(2025, 6, 30))
    assert match_name("Phòng VHTT", office=commune.office, day=DAY).target is None
    old.successors.add(commune.culture)
    assert match_name("Phòng VHTT", office=commune.office, day=DAY).target == commune.culture
    assert match_name("Phòng VHTT", office=commune.office, day=date(2025, 6, 1)).target == old
    old.successors.add(commune.economy)
    assert match_name("Phòng VHTT", office=commune.office, day=DAY).target is None


def test_a_neighbouring_commune_is_not_ours(commune: Cast) -> None:
    other = BodyFactory(
        name="Ủy ban nhân dân xã Minh Phú",
        kind=Body.Kind.STATE,
        parent=commune.province,
        is_office=True,
        place="Minh Phú",
    )
    BodyFactory(name="Phòng Văn hóa - Xã hội", parent=other)
    index = NameIndex(commune.office, DAY)
    assert index.match("UBND xã").target == commune.office
    assert index.match("UBND xã Minh Phú").target == other
    assert index.match("Phòng Văn hóa - Xã hội xã Minh Phú").target is None
    assert index.match("Phòng Văn hóa - Xã hội").target == commune.culture


some_words = st.sampled_from(["phòng", "văn", "hóa", "xã", "hội", "kinh", "tế", "ban", "trung", "tâm", "số", "1", "2"])
names = st.lists(some_words, min_size=1, max_size=6)


@given(names)
def test_a_name_agrees_with_itself_and_its_first_letters_with_it(words: list[str]) -> None:
    folded = words_of(" ".join(words))
    assert agree(folded, folded)
    if len(folded) > 1:
        assert agree(("".join(word[0] for word in folded),), folded)


@given(names, names)
def test_whole_words_agree_only_with_the_same_words(a: list[str], b: list[str]) -> None:
    printed, name = words_of(" ".join(a)), words_of(" ".join(b))
    assert agree(printed, name) == (printed == name)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_match_and_what_is_chosen_leads(commune: Cast, printed: str) -> None:
    match = NameIndex(commune.office, DAY).match(printed)
    scores = [candidate.score for candidate in match.candidates]
    assert scores == sorted(scores, reverse=True)
    assert match.target is None or (match.target == match.candidates[0].target and match.score >= CHOSEN_FROM)
