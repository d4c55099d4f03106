"""Comparing a local plan with the document above it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import vanban
from compare_pairs import Tally, labelled, places, score
from vanban.cli import main
from vanban.compare import Comparison, Unit, compare_units, units_of, units_of_form
from vanban.compare.counterparts import is_counterpart
from vanban.compare.match import find_matches
from vanban.folding import contains, fold
from vanban.model import Span

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = [pair.name for pair in labelled()]


def units(*texts: str, **fields: object) -> list[Unit]:
    return [Unit(text, **fields) for text in texts]  # type: ignore[arg-type]


def pairs(parents: list[Unit], children: list[Unit]) -> set[tuple[int, int]]:
    return places(find_matches(parents, children))


def kinds(found: Comparison) -> list[str]:
    return [change.kind for pair in found.pairs for change in pair.changes if not change.expected]


@pytest.mark.parametrize("pattern", ["held-*.toml", "[!h]*.toml"])
def test_labelled_pairs_are_found(pattern: str) -> None:
    assert score(lambda above, below, subjects: places(find_matches(above, below, subjects)), pattern).f1 >= 0.9


@pytest.mark.parametrize("name", NAMES)
def test_what_was_left_out_and_added_is_told(name: str) -> None:
    (pair,) = labelled(f"{name}.toml")
    found = vanban.compare(pair.parent, pair.child)
    missed = {pair.parents.index(unit) for unit in found.left_out} ^ pair.left_out
    extra = {pair.children.index(unit) for unit in found.added} ^ pair.added
    # "optional" units and one slip in each document are allowed; the sentence of the coverage must be near the truth.
    assert len(missed) <= 2, [pair.parents[place].text for place in missed]
    assert len(extra) <= 1, [pair.children[place].text for place in extra]


def test_labelled_changes_are_found() -> None:
    tally = Tally()
    for pair in labelled():
        found = compare_units(pair.parents, pair.children, pair.subjects)
        for got in found.pairs:
            wanted = pair.pairs.get((pair.parents.index(got.parent), pair.children.index(got.child)))
            if wanted is None:
                continue
            told = {change.kind for change in got.changes if not change.expected}
            told &= {"deadline", "target", "rhythm", "wording"}
            tally.right += len(told & wanted)
            tally.found += len(told)
            tally.wanted += len(wanted)
    assert tally.f1 >= 0.9


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_where_they_are_said_to(name: str) -> None:
    (pair,) = labelled(f"{name}.toml")
    for document, found in ((pair.parent, pair.parents), (pair.child, pair.children)):
        for unit in found:
            assert unit.span is not None
            assert all(contains(document.text[unit.span.start : unit.span.end], part) for part in unit.text.split("; "))
    for got in vanban.compare(pair.parent, pair.child).pairs:
        assert 0 < got.similarity <= 1
        for change in got.changes:
            for unit, phrase in ((got.parent, change.parent), (got.child, change.child)):
                if phrase is not None and phrase.start is not None:
                    assert unit.text[phrase.start : phrase.end] == phrase.text


def test_a_document_takes_over_all_of_itself() -> None:
    document = vanban.read(SAMPLES / "01-ke-hoach-tinh.docx")
    found = vanban.compare(document, document)
    assert len(found.parents) > 10
    assert (found.left_out, found.added, found.changed) == ((), (), ())
    assert all(any(pair.child == unit for pair in found.pairs_of(unit)) for unit in found.parents)


def test_documents_about_other_things_share_nothing() -> None:
    waste, storm = (next(labelled(f"{name}.toml")) for name in ("waste-sorting", "held-storm-season"))
    assert len(vanban.compare(waste.parent, storm.child).pairs) <= 1


def test_merged_and_divided_duties_keep_all_their_pairs() -> None:
    three = units(
        "Lắp đặt biển báo tại các điểm đen tai nạn",
        "Sửa chữa mặt cầu treo thôn Đông",
        "Phát quang tầm nhìn đường liên xã",
    )
    one = units("Lắp biển báo tại điểm đen tai nạn; sửa chữa cầu treo; phát quang tầm nhìn đường liên xã")
    assert pairs(three, one) == {(0, 0), (1, 0), (2, 0)}
    assert pairs(one, three) == {(0, 0), (0, 1), (0, 2)}


def test_one_opening_for_two_duties_is_one_pair() -> None:
    above = units("Tăng cường kiểm tra việc chấp hành quy định về kinh doanh xăng dầu", "Rà soát hộ nghèo cuối năm")
    below = units(
        "Kiểm tra việc chấp hành quy định về kinh doanh xăng dầu",
        "Kiểm tra việc chấp hành quy định về trực lễ",
        "Rà soát hộ nghèo",
    )
    assert pairs(above, below) == {(0, 0), (1, 2)}


def test_a_faint_pair_counts_where_nothing_else_is_like_either() -> None:
    above = units("Tuyên truyền kết quả kiểm kê và kỳ họp tổng kết của hội đồng", "Xây dựng cầu tràn thôn Đông")
    below = units("Thông báo rộng rãi kết quả kiểm kê", "Mua sắm bàn ghế cho nhà văn hóa")
    assert pairs(above, below) == {(0, 0)}


def test_a_term_changed_on_the_way_is_told() -> None:
    above = units("Cung cấp dịch vụ công trực tuyến toàn trình cho người dân và doanh nghiệp")
    below = units("Cung cấp dịch vụ công trực tuyến toàn tỉnh cho người dân và doanh nghiệp")
    found = compare_units(above, below)
    (change,) = found.pairs[0].changes
    assert (change.kind, change.message) == ("wording", "“toàn trình” thành “toàn tỉnh”.")
    assert found.changed == tuple(above)


def test_the_level_of_government_is_no_change() -> None:
    above = units("Báo cáo Tỉnh ủy kết quả vận động hiến máu trên địa bàn tỉnh")
    below = units("Báo cáo Đảng ủy kết quả vận động hiến máu trên địa bàn xã")
    found = compare_units(above, below)
    assert kinds(found) == []
    assert found.pairs[0].verdict == "taken"


@pytest.mark.parametrize(
    ("above", "below", "kind", "message"),
    [
        (
            {"when": "Trước ngày 30/6/2026", "due": "2026-06-30"},
            {"when": "Trước ngày 15/6/2026", "due": "2026-06-15"},
            "deadline",
            "Thời hạn “Trước ngày 30/6/2026” thành “Trước ngày 15/6/2026” (sớm hơn).",
        ),
        (
            {"when": "Quý II/2026", "due": "2026-06-30"},
            {"when": "Quý III/2026", "due": "2026-09-30"},
            "deadline",
            "Thời hạn “Quý II/2026” thành “Quý III/2026” (muộn hơn).",
        ),
        ({"frequency": "02 số/tháng"}, {"frequency": "01 số/tuần"}, "rhythm", None),
        ({"lead": ("Sở Y tế",)}, {"lead": ("Công an xã",)}, "lead", "Chủ trì “Sở Y tế” thành “Công an xã”."),
    ],
)
def test_a_changed_field_is_told(
    above: dict[str, object], below: dict[str, object], kind: str, message: str | None
) -> None:
    text = "Thả cá giống phục hồi nguồn lợi thủy sản"
    found = compare_units(units(text, **above), units(text, **below))
    (change,) = found.pairs[0].changes
    assert change.kind == kind
    assert message is None or change.message == message
    assert found.pairs[0].verdict == "changed"


def test_a_deadline_that_is_not_repeated_is_told() -> None:
    text = "Thả cá giống phục hồi nguồn lợi thủy sản"
    found = compare_units(units(text, when="Quý II/2026", due="2026-06-30"), units(text))
    (change,) = found.pairs[0].changes
    assert (change.kind, change.child, change.expected) == ("deadline", None, True)
    assert change.message == "Không ghi thời hạn; cấp trên ghi “Quý II/2026”."


def test_the_same_day_written_in_another_way_is_no_change() -> None:
    text = "Thả cá giống phục hồi nguồn lợi thủy sản"
    above = units(text, when="Quý II/2026", due="2026-06-30", frequency="mỗi tháng 01 lần")
    below = units(text, when="trước ngày 30/6/2026", due="2026-06-30", frequency="01 lần/tháng")
    assert compare_units(above, below).pairs[0].changes == ()


def test_targets_are_compared_by_what_they_count() -> None:
    above = units("Vận động 200 hộ dân trồng 15 ha rừng, đạt 80% kế hoạch năm 2026 theo Kế hoạch số 12/KH-UBND")
    below = units("Vận động 150 hộ dân trồng 15 ha rừng, đạt 80% kế hoạch theo Kế hoạch số 30/KH-UBND")
    assert [c.message for p in compare_units(above, below).pairs for c in p.changes if c.kind == "target"] == [
        "Chỉ tiêu “200 hộ” thành “150 hộ”."
    ]


@pytest.mark.parametrize(
    ("above", "below", "same"),
    [
        ("Sở Văn hóa, Thể thao và Du lịch", "Phòng Văn hóa - Xã hội", True),
        ("Công an tỉnh", "Công an xã Minh Hòa", True),
        ("Bộ Chỉ huy Quân sự tỉnh", "Ban Chỉ huy Quân sự xã", True),
        ("Ủy ban nhân dân các xã, phường", "Phòng Kinh tế", True),
        ("Sở Tài chính", "Phòng Kinh tế", True),
        ("Sở Tài chính", "Công an xã", False),
        ("Hội Nông dân tỉnh", "Hội Liên hiệp Phụ nữ xã", False),
    ],
)
def test_bodies_of_two_levels(above: str, below: str, same: bool) -> None:
    assert is_counterpart(above, below) is same


def test_headings_preamble_and_closing_words_are_no_units() -> None:
    (pair,) = labelled("traffic-safety.toml")
    told = [fold(unit.text) for unit in pair.children]
    assert len(told) == 13
    assert not any(words in text for text in told for words in ("xay dung ke hoach nhu sau", "tren day la"))


def test_what_cannot_be_read_is_said_and_nothing_else() -> None:
    readable = next(labelled("dengue.toml")).parent
    found = vanban.compare(readable, b"%PDF-1.7 broken")
    assert (found.parents, found.children, found.pairs) == ((), (), ())
    assert found.remarks[0].kind == "unreadable"
    assert found.remarks[0].message.startswith("Không đọc được văn bản của địa phương: ")


def test_a_document_without_duties_is_said_to_be_empty() -> None:
    readable = next(labelled("dengue.toml")).parent
    found = vanban.compare("ỦY BAN NHÂN DÂN\nXÃ MINH HÒA\n".encode(), readable)
    assert [remark.kind for remark in found.remarks] == ["empty"]
    assert found.added == found.children


def test_many_units_are_compared_within_bounds() -> None:
    above = units(*(f"Nhiệm vụ kiểm tra đê, kè, cống và hồ chứa nước số {n} của huyện" for n in range(600)))
    matches = find_matches(above, units(*(unit.text for unit in above)))
    assert len(matches) <= 600 * 32


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pair,) = labelled("waste-sorting.toml")
    parent, child = tmp_path / "tinh.txt", tmp_path / "xa.txt"
    parent.write_text(pair.parent.text, encoding="utf-8")
    child.write_text(pair.child.text, encoding="utf-8")
    assert main(["compare", str(parent), str(child)]) == 0
    printed = capsys.readouterr().out
    assert "7/9 nội dung đã đưa vào; 2 có thay đổi; 2 chưa có; 3 bổ sung." in printed
    assert "Ban hành hướng dẫn kỹ thuật" in printed.split("Có thay đổi")[0]
    assert main(["compare", str(parent), str(child), "--json"]) == 0
    form = json.loads(capsys.readouterr().out)
    assert form["counts"] == {"parent": 9, "child": 11, "taken": 7, "changed": 2, "left_out": 2, "added": 3}
    start, end = form["pairs"][0]["parent"]["span"]
    assert contains(pair.parent.text[start:end], form["pairs"][0]["parent"]["text"])


def test_command_on_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "trong.txt"
    empty.write_bytes(b"")
    assert main(["compare", str(empty), str(empty)]) == 3
    assert "Không đọc được văn bản cấp trên" in capsys.readouterr().out
    assert main(["compare", str(empty), str(tmp_path / "khong-co.txt")]) == 2
    assert "không có tệp" in capsys.readouterr().err


def test_units_of_a_task_table_have_their_fields() -> None:
    (pair,) = labelled("held-storm-season.toml")
    row = next(unit for unit in units_of(pair.child) if unit.section == "II.3")
    assert (row.lead, row.when, row.due) == (("Ban Chỉ huy Quân sự xã",), "Tháng 6/2026", "2026-06-30")
    assert isinstance(row.span, Span)


@pytest.mark.parametrize("name", ["01-ke-hoach-tinh.docx", "04-ke-hoach-xa.pdf", "06-quyet-dinh-xa.docx"])
def test_units_of_a_stored_reading_are_those_of_the_document(name: str) -> None:
    document = vanban.read(SAMPLES / name)
    stored = json.loads(json.dumps(vanban.to_form(document)))
    # A form keeps pages apart from places in the text.
    read = [replace(unit, span=Span(unit.span.start, unit.span.end)) for unit in units_of(document) if unit.span]
    assert list(units_of_form(document.text, stored)) == read
