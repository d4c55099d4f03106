"""Lines into paragraphs, as different extractors leave them."""

import pytest
from vanban.folding import contains
from vanban.layout import Paragraph, read_blocks
from vanban.source import Source

ONE = "- Chủ động rà soát, thống kê đầy đủ, chính xác số hộ dân nằm trong vùng có"
TWO = "nguy cơ sạt lở đất, lũ ống, lũ quét để xây dựng phương án sơ tán và bố trí"
THREE = "nơi ở tạm thời trước mùa mưa bão."
NEXT = "- Tổ chức trực ban nghiêm túc, duy trì thông tin liên lạc thông suốt trong"
LAST = "suốt thời gian có bão."
JOINED = f"{ONE} {TWO} {THREE}"


def paragraphs(text: str) -> list[Paragraph]:
    source = Source(text, "text")
    found = [block for block in read_blocks(source) if isinstance(block, Paragraph)]
    for paragraph in found:
        for place, letter in enumerate(paragraph.text):
            assert letter == " " or source.text[paragraph.at[place]] == letter
    return found


LAYOUTS = {
    "tight": [ONE, TWO, THREE, NEXT, LAST],
    "a blank line after every line": [ONE, "", TWO, "", THREE, "", NEXT, "", LAST, ""],
    "a blank line after the first line only": [ONE, "", TWO, THREE, NEXT, "", LAST],
    "first lines indented": ["     " + ONE, TWO, THREE, "     " + NEXT, LAST],
    "Windows line ends": [line + "\r" for line in (ONE, TWO, THREE, NEXT, LAST)],
    "a page number between": [ONE, TWO, "", "2", "", THREE, NEXT, LAST],
    "a page number with dashes": [ONE, TWO, "- 3 -", THREE, NEXT, LAST],
    "a form feed": [ONE, TWO, "\f" + THREE, NEXT, LAST],
    "trailing blanks": [ONE + "   ", TWO + " ", THREE + "\t", NEXT, LAST],
}


@pytest.mark.parametrize("lines", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_wrapped_lines_are_joined(lines: list[str]) -> None:
    assert [paragraph.text for paragraph in paragraphs("\n".join(lines))] == [JOINED, f"{NEXT} {LAST}"]


def test_blank_lines_between_labelled_paragraphs_show_where_each_ends() -> None:
    items = [f"{label}) Sở Xây dựng phối hợp với Văn phòng\nChính phủ rà soát các quy định và báo cáo kết quả về tỉnh "
             "trong\ntháng này.\n" for label in "abcdeg"]  # fmt: skip
    assert [p.text for p in paragraphs("\n".join(items))] == [" ".join(item.split()) for item in items]


def test_a_line_that_hangs_goes_on_though_a_name_begins_the_next() -> None:
    text = "1. Các chi hội lập danh sách gửi về\nHội Phụ nữ xã trước ngày 12/10/2025.\n2. Văn phòng tổng hợp."
    assert [p.text for p in paragraphs(text)] == [
        "1. Các chi hội lập danh sách gửi về Hội Phụ nữ xã trước ngày 12/10/2025.",
        "2. Văn phòng tổng hợp.",
    ]


def test_a_blank_after_every_wrapped_line_tells_nothing() -> None:
    lines = [
        "1. Ban Chấp hành xây dựng kế hoạch, kịch bản chương trình, chuẩn bị nơi",
        "tổ chức và gửi giấy mời đến các đại biểu trước ngày tổ chức một tuần.",
        "2. Các chi hội lập danh sách người được tặng quà, gửi danh sách cho Văn phòng",
        "Hội Phụ nữ xã tổng hợp, báo cáo Thường trực và niêm yết tại trụ sở của",
        "Hội để mọi người được biết.",
    ]
    expected = [" ".join(lines[:2]), " ".join(lines[2:])]
    assert [p.text for p in paragraphs("\n\n".join(lines))] == expected


def test_a_bracket_is_no_sign_of_wrapped_lines() -> None:
    text = """(Ban hành kèm theo Quyết định của Ủy ban nhân dân xã)

Điều 5. Khen thưởng
Tập thể được khen.

Điều 6. Thi hành
Văn phòng hướng dẫn thực hiện.

Điều 7. Sửa đổi
Quy chế được sửa đổi."""
    assert [p.text for p in paragraphs(text)] == [line for line in text.splitlines() if line]


def test_one_line_a_paragraph() -> None:
    lines = [
        "1. Đoàn Thanh niên",
        "Giới thiệu các câu lạc bộ.",
        "Thực hiện tuyên truyền trực quan. " * 8,
        "Báo cáo kết quả.",
    ]
    assert [paragraph.text for paragraph in paragraphs("\n".join(lines))] == [line.strip() for line in lines]


def test_a_number_broken_at_its_dash_is_joined_without_a_blank() -> None:
    text = (
        "- Triển khai Quyết định số 906/QĐ-UBND và các văn bản có liên quan, Kế hoạch số 166/KH-\n"
        "UBND ngày 17/10/2022 về tăng cường bảo đảm an toàn, an ninh thông tin trong các\ncơ quan.\n"
    )
    assert "166/KH-UBND ngày" in paragraphs(text)[0].text


def test_a_footnote_that_cuts_a_sentence_is_taken_out_and_kept_with_its_paragraph() -> None:
    text = (
        "1. Truyền thông về định hướng phát triển khoa học, công nghệ, đổi mới sáng tạo và\n"
        "chuyển đổi số quốc gia 1; Chỉ thị về dữ liệu dân cư phục vụ phát triển kinh tế, xã\n"
        "\n                                        \n"
        "1 Kế hoạch số 336-KH/TU ngày 25/5/2025 về thực hiện nghị quyết; Kế hoạch số 51 của\n"
        "tỉnh về chương trình hành động.\n"
        "\n2\n\n"
        "hội của địa phương trong giai đoạn tới và các năm tiếp theo trên toàn địa bàn xã ta.\n"
        "2. Việc khác.\n"
    )
    first, second = paragraphs(text)
    assert "kinh tế, xã hội của địa phương" in first.text
    assert "336-KH/TU" not in first.text
    assert [note.mark for note in first.notes] == ["1"]
    assert text[first.notes[0].span.start : first.notes[0].span.end].startswith("1 Kế hoạch số 336-KH/TU")
    assert second.text == "2. Việc khác."
    value = first.value(0, len(first.text), "test", 1.0)
    assert value.rule == "derived.joined.test"
    assert value.span is not None
    assert not contains(text[value.span.start : value.span.end], value.value)


def test_a_line_that_begins_with_a_number_is_no_footnote_without_a_mark() -> None:
    text = "- Bố trí lực lượng trực tại các điểm xung yếu trên toàn tuyến đê trong thời gian\n12 ngày liên tục.\n"
    assert len(paragraphs(text)) == 1
    assert paragraphs(text)[0].text.endswith("thời gian 12 ngày liên tục.")


def test_Markdown_marks_are_removed_and_bold_lines_joined() -> None:
    text = "**2. Về\nnhiệm vụ trọng tâm**\n\n*a) Về thể chế*\n\n* Rà soát __văn bản__ (*) cũ\n"
    assert [paragraph.text for paragraph in paragraphs(text)] == [
        "2. Về nhiệm vụ trọng tâm",
        "a) Về thể chế",
        "* Rà soát văn bản (*) cũ",
    ]


def test_a_page_number_within_a_sentence_leaves_a_gap() -> None:
    (paragraph, _) = paragraphs("\n".join(LAYOUTS["a page number between"]))
    assert paragraph.gaps
    assert paragraph.value(0, len(paragraph.text), "test", 1.0).rule == "derived.joined.test"


def test_escaped_Markdown_and_line_breaks_of_HTML() -> None:
    assert [paragraph.text for paragraph in paragraphs("1\\. Mục đích\n\n\\- Rà soát<br>văn bản\n")] == [
        "1. Mục đích",
        "- Rà soát văn bản",
    ]


def test_lines_of_a_Word_file_are_paragraphs_however_wide_they_are() -> None:
    lines = [ONE + " mưa", "Tổ chức trực ban.", TWO[:1].upper() + TWO[1:] + ".", "Báo cáo."]
    found = read_blocks(Source("\n".join(lines), "docx"))
    assert [block.text for block in found if isinstance(block, Paragraph)] == lines


def test_nothing_in_gives_nothing_out() -> None:
    assert read_blocks(Source("", "text")) == []
    assert read_blocks(Source("\n \n\t\n", "text")) == []
    assert [p.text for p in paragraphs("|\n|\n*\n**\n")] in ([], ["*"])
