"""Exchange packages: what is written is read back, other dialects are understood, hostile ones do no harm."""

from __future__ import annotations

import base64
import io
import string
import zipfile
from typing import Any

import pytest
import vanban
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from vanban import edxml
from vanban.compose import ComposeModel, Paragraph, Signature, compose
from vanban.edxml import (
    Attachment,
    Business,
    Organ,
    Package,
    Replacement,
    ResponseFor,
    Staff,
    Status,
    Trace,
    is_package,
    length_remarks,
    read_package,
    read_status,
    write_package,
    write_status,
)

LETTER = ComposeModel(
    type="công văn",
    issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA",
    symbol="UBND-VHXH",
    number="12",
    date="2026-08-05",
    place="Minh Hòa",
    subject="mở chuyên mục chuyển đổi số",
    addressees=("Công an xã",),
    body=(Paragraph("Ủy ban nhân dân xã đề nghị Công an xã cử cán bộ dự tập huấn"),),
    signature=Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),
    recipients=("Như trên", "Lưu: VT"),
)
PACKAGE = Package(
    sender=Organ("H99.01.02", "Ủy ban nhân dân xã Minh Hòa", "Ủy ban nhân dân tỉnh Minh Giang"),
    receivers=(Organ("H99.01", "Ủy ban nhân dân tỉnh Minh Giang"),),
    number="12",
    notation="UBND-VHXH",
    place="Minh Hòa",
    date="2026-08-05",
    type_code=2,
    type_detail=18,
    type_name="Công văn",
    subject="mở chuyên mục chuyển đổi số",
    document_id="H99.01.02,2026/08/05,12/UBND-VHXH",
    attachments=(Attachment("cong-van.docx", compose(LETTER)),),
)

printed = st.text(
    st.sampled_from(string.ascii_letters + string.digits + "ăâđêôơưÁỦễ ,.-/&<>\"';:()"), min_size=1, max_size=40
).map(lambda text: text.strip() or "x")
some = st.none() | printed
days = st.none() | st.dates().filter(lambda day: day.year > 1900).map(lambda day: day.isoformat())
counts = st.none() | st.integers(0, 999)
flags = st.none() | st.booleans()
organs = st.builds(Organ, printed, some, some, some, some, some, some, some)
staff = st.none() | st.builds(Staff, printed, some, some, some)
times = st.none() | st.datetimes().filter(lambda moment: moment.year > 1900).map(
    lambda moment: f"{moment:%Y-%m-%dT%H:%M:%S}+07:00"
)
answers = st.builds(ResponseFor, printed, some, days, some)
names = st.text(string.ascii_letters + "ăđệ -", min_size=1, max_size=12).map(lambda name: f"t{name.strip()}")
files = st.builds(
    Attachment,
    st.tuples(names, st.sampled_from([".pdf", ".docx", ".zip", ".txt"])).map("".join),
    st.binary(min_size=1, max_size=200) | st.just(compose(LETTER)),
    some,
)


def lists(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


businesses = st.builds(
    Business,
    st.sampled_from(["new", "recall", "update", "replace"]),
    some,
    some,
    flags,
    flags,
    st.just(()),
    staff,
    flags,
    lists(st.builds(Replacement, printed, lists(printed))),
)
packages = st.builds(
    Package,
    sender=st.none() | organs,
    receivers=lists(organs),
    number=some,
    notation=some,
    place=some,
    date=days,
    type_code=counts,
    type_detail=counts,
    type_name=some,
    subject=some,
    content=some,
    signer_competence=some,
    signer_position=some,
    signer_name=some,
    due_date=days,
    to_places=lists(printed),
    priority=counts,
    sphere=some,
    typist=some,
    copies=counts,
    pages=counts,
    direction=flags,
    appendixes=lists(printed),
    response_for=lists(answers),
    steering_type=counts,
    document_id=printed,
    traces=lists(st.builds(Trace, printed, times)),
    business=businesses,
    attachments=lists(files),
)


@settings(max_examples=150, deadline=None)
@given(packages)
def test_a_package_is_read_back(package: Package) -> None:
    assert read_package(write_package(package)) == package


@settings(max_examples=60, deadline=None)
@given(
    st.builds(
        Status,
        st.sampled_from(["01", "02", "03", "04", "05", "06", "13", "15", "16"]),
        answers,
        st.none() | organs,
        printed,
        times,
        staff,
    )
)
def test_a_status_is_read_back(status: Status) -> None:
    assert read_status(write_status(status)) == status


def test_everything_in_the_envelope_bears_the_literal_prefix_and_files_do_not() -> None:
    """Receivers deserialise by the prefix, not by the namespace."""
    text = write_package(PACKAGE).decode()
    envelope, files = text.split("</edXML:edXMLEnvelope>")
    inside = envelope[envelope.index("<edXML:edXMLEnvelope") :]
    assert inside.count("<") == inside.count("<edXML:") + inside.count("</edXML:")
    assert files.startswith("<AttachmentEncoded><Attachment><ContentType>")
    assert "edXML:" not in files
    assert inside.count("<edXML:ContentId>cid:") == 1
    assert "<ContentId>cid:" not in files


def test_the_same_package_gives_the_same_bytes() -> None:
    assert write_package(PACKAGE) == write_package(PACKAGE)


def test_an_identifier_is_made_of_what_the_package_says() -> None:
    made = read_package(
        write_package(Package(sender=PACKAGE.sender, number="7", notation="UBND-VP", date="2026-01-02"))
    )
    assert made.document_id == "H99.01.02,2026/01/02,7/UBND-VP"
    assert made.key == ("H99.01.02", "2026-01-02", "7", "UBND-VP")
    assert read_package(write_package(Package(number="7"))).document_id is None
    assert Package(document_id="000.00.01.H01,2018,10").key == ("000.00.01.H01", "2018", "10", None)
    assert Package(document_id="abc-2018-10").key is None


def test_the_kind_is_known_by_its_name() -> None:
    assert PACKAGE.type == "công văn"
    assert Package(type_name="Quyết  định").type == "quyết định"
    assert Package(type_code=10).type is None


def test_long_fields_are_kept_and_said() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục VI."""
    long = Package(subject="x" * 501, sender=Organ("H1", "y" * 201))
    assert [remark.kind for remark in length_remarks(long)] == ["length", "length"]
    assert read_package(write_package(long)).subject == "x" * 501
    assert length_remarks(PACKAGE) == ()


def test_reading_a_package_reads_its_main_document() -> None:
    beside = Attachment("Phụ lục.txt", "Phụ lục số liệu của văn bản này".encode())
    document = vanban.read(
        write_package(Package(number="12", notation="X", attachments=(beside, *PACKAGE.attachments)))
    )
    assert document.number is not None
    assert document.number.value == "12/UBND-VHXH"
    said = " ".join(remark.message for remark in document.remarks)
    assert "cong-van.docx" in said
    assert "Phụ lục.txt" in said
    assert "số 12/X" in said


@pytest.mark.parametrize(
    "package, word",
    [
        (Package(number="12"), "không có tệp văn bản"),
        (Package(attachments=(Attachment("a.bin", b"\0\1\2" * 50),)), "a.bin"),
        (Package(attachments=(Attachment("goi.edxml", write_package(PACKAGE)),)), "goi.edxml"),
    ],
)
def test_a_package_without_a_readable_document_says_so(package: Package, word: str) -> None:
    document = vanban.read(write_package(package))
    assert document.unreadable
    assert word in document.remarks[0].message


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


def zipped(**files: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def envelope(header: str, files: str = "", manifest: str = "") -> bytes:
    return (
        '<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><edXMLEnvelope><edXMLHeader>'
        f"<MessageHeader>{header}</MessageHeader></edXMLHeader><edXMLBody><edXMLManifest>{manifest}</edXMLManifest>"
        f"</edXMLBody></edXMLEnvelope><AttachmentEncoded>{files}</AttachmentEncoded></edXML>"
    ).encode()


def test_names_are_known_without_regard_to_case_and_scan_errors() -> None:
    package = read_package(
        b"<?xml version='1.0' encoding='utf-8'?>"
        + envelope("<from><Organld>H1</Organld><ORGANNAME>A</ORGANNAME></from><CODE><codenumber>7</codenumber></CODE>")
    )
    assert package.sender == Organ("H1", "A")
    assert package.number == "7"


@pytest.mark.parametrize("printed", ["2015/09/30", "2015-09-30", "30/09/2015", "2015/9/30", "2015-09-30T10:00:00"])
def test_days_in_any_order(printed: str) -> None:
    header = f"<PromulgationInfo><PromulgationDate>{printed}</PromulgationDate></PromulgationInfo>"
    assert read_package(envelope(header)).date == "2015-09-30"


def test_what_is_no_day_and_no_number_is_said() -> None:
    package = read_package(
        envelope(
            "<DueDate>hôm nay</DueDate><SteeringType>1</SteeringType>"
            "<OtherInfo><PageAmount>hai</PageAmount></OtherInfo>"
        )
    )
    assert (package.due_date, package.pages, package.steering_type) == (None, None, 1)
    assert [remark.kind for remark in package.remarks] == ["date", "number"]


def test_files_follow_the_manifest_and_both_forms_of_its_identifiers() -> None:
    files = "".join(
        f"<Attachment><ContentId>{cid}</ContentId><AttachmentName>{name}</AttachmentName>"
        f"<ContentTransferEncoded>{encoded(name.encode())}</ContentTransferEncoded></Attachment>"
        for cid, name in (("b", "hai.txt"), ("cid:a", "mot.txt"))
    )
    manifest = "<Reference><ContentId>cid:a</ContentId></Reference><Reference><ContentId>b</ContentId></Reference>"
    package = read_package(envelope("<Subject>x</Subject>", files, manifest))
    assert [file.name for file in package.attachments] == ["mot.txt", "hai.txt"]


def one_file(name: str, content: bytes | str) -> Package:
    shown = content if isinstance(content, str) else encoded(content)
    file = (
        f"<Attachment><AttachmentName>{name}</AttachmentName>"
        f"<ContentTransferEncoded>{shown}</ContentTransferEncoded></Attachment>"
    )
    return read_package(envelope("<Subject>x</Subject>", file))


def test_zipped_files_are_unwrapped_and_documents_that_are_zips_are_not() -> None:
    word = compose(LETTER)
    assert one_file("a.docx", word).attachments == (Attachment("a.docx", word),)
    assert one_file("a.docx", zipped(**{"b.docx": word})).attachments == (Attachment("a.docx", word),)
    assert one_file("a.zip", zipped(x=b"1", y=b"2")).attachments[0].name == "a.zip"
    several = one_file("tep", zipped(**{"x.txt": b"1", "y.txt": b"2"})).attachments
    assert [(file.name, file.content) for file in several] == [("x.txt", b"1"), ("y.txt", b"2")]


def test_names_never_leave_the_folder() -> None:
    several = one_file("tep", zipped(**{"../../etc/x.txt": b"1", "C:\\y.txt": b"2", "..": b"3"})).attachments
    assert [file.name for file in several] == ["x.txt", "y.txt", "tep-3"]
    assert one_file("../../a/b.pdf", b"1").attachments[0].name == "b.pdf"


def test_damaged_files_are_said_and_the_others_kept() -> None:
    assert [remark.kind for remark in one_file("a.pdf", "!!!").remarks] == ["attachment"]
    broken = one_file("a.pdf", b"PK\x03\x04 no archive")
    assert broken.attachments[0].content == b"PK\x03\x04 no archive"
    assert broken.remarks


def test_a_bomb_in_a_package_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edxml.attachments, "MAX_ALL", 200_000)
    package = one_file("tep", zipped(**{"a.txt": b"\0" * 120_000, "b.txt": b"\0" * 120_000}))
    assert package.attachments == ()
    assert [remark.kind for remark in package.remarks] == ["too-large"]


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<edXML><MessageHeader><Subject>&b;</Subject></MessageHeader></edXML>"
)


@pytest.mark.parametrize(
    "data, word",
    [
        (LAUGHS.encode(), "thực thể"),
        (LAUGHS.encode("utf-16"), "thực thể"),
        (
            LAUGHS.replace("<!DOCTYPE", '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE').encode("utf-16-le"),
            "thực thể",
        ),
        (b"<edXML><MessageHeader>", "hỏng"),
        (b"<edXML/>", "không phải gói tin"),
        (b"", "hỏng"),
        (b"\0\1\2", "hỏng"),
        (b"<edXML>" + b"<a>" * 100_000, "hỏng"),
        (write_status(Status("01")), "thông báo trạng thái"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(data: bytes, word: str) -> None:
    package = read_package(data)
    assert package.unreadable
    assert word in package.remarks[0].message


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_cut_and_changed_packages_never_raise(data: st.DataObject) -> None:
    whole = bytearray(
        write_package(Package(subject="a", receivers=(Organ("H1"),), attachments=PACKAGE.attachments[:1]))
    )
    for _ in range(data.draw(st.integers(0, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    read_package(bytes(whole[: data.draw(st.integers(0, len(whole)))]))


def test_the_old_soap_envelope() -> None:
    data = """<soap-env:Envelope xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/"
      xmlns:edXML="http://www.e-doc.vn/Schema/"><soap-env:Header>
      <edXML:MessageHeader OriginalBodyRequested="false" ImmediateResponseRequired="true">
      <edXML:From><edXML:OrganId>000.00.01.H99</edXML:OrganId></edXML:From>
      <edXML:Code><edXML:CodeNumber>7</edXML:CodeNumber><edXML:CodeNotation>UBND-VP</edXML:CodeNotation></edXML:Code>
      <edXML:PromulgationInfo><edXML:Place>Minh Hòa</edXML:Place><edXML:Date>2014/05/06</edXML:Date>
      </edXML:PromulgationInfo>
      <edXML:Type><edXML:Value>18</edXML:Value><edXML:Description>Công văn</edXML:Description></edXML:Type>
      <edXML:Author><edXML:Competence>KT. CHỦ TỊCH</edXML:Competence><edXML:Function>PHÓ CHỦ TỊCH</edXML:Function>
      <edXML:FullName>Nguyễn Văn A</edXML:FullName></edXML:Author>
      </edXML:MessageHeader></soap-env:Header><soap-env:Body><edXML:Manifest><edXML:Reference>
      <edXML:AttachmentName>a.pdf</edXML:AttachmentName></edXML:Reference></edXML:Manifest></soap-env:Body>
      </soap-env:Envelope>""".encode()
    package = read_package(data)
    assert is_package(data)
    assert package.dialect == "soap"
    assert (package.printed_number, package.date, package.type) == ("7/UBND-VP", "2014-05-06", "công văn")
    assert (package.type_code, package.signer_competence) == (18, "KT. CHỦ TỊCH")
    assert (package.signer_position, package.signer_name) == ("PHÓ CHỦ TỊCH", "Nguyễn Văn A")
    assert "a.pdf" in package.remarks[0].message


def test_the_provinces_own_xml() -> None:
    data = """<van-ban><so-ky-hieu-van-ban>15/UBND-VX</so-ky-hieu-van-ban><ten-loai-van-ban>Công văn</ten-loai-van-ban>
      <ma-loai-van-ban>18</ma-loai-van-ban><ten-noi-phat-hanh>Ủy ban nhân dân tỉnh Minh Giang</ten-noi-phat-hanh>
      <ngay-phat-hanh>1399309200000</ngay-phat-hanh><nguoi-ky>Nguyễn Văn A</nguoi-ky>
      <noi-dung-trich-yeu>về lịch tiếp dân</noi-dung-trich-yeu><so-ban>3</so-ban></van-ban>""".encode()
    package = read_package(data)
    assert is_package(data)
    assert (package.dialect, package.printed_number, package.type) == ("province", "15/UBND-VX", "công văn")
    assert (package.date, package.copies, package.subject) == ("2014-05-06", 3, "về lịch tiếp dân")
    assert package.sender == Organ(name="Ủy ban nhân dân tỉnh Minh Giang")
    assert [remark.kind for remark in package.remarks] == ["attachment"]


def test_a_changed_list_of_receivers_is_read_with_its_unexplained_flag() -> None:
    trace = (
        "<TraceHeaderList><Bussiness><BussinessDocType>2</BussinessDocType><BussinessDocumentInfo>"
        "<DocumentReceiver>1</DocumentReceiver><ReceiverList><Receiver><OrganId>H1</OrganId>"
        "<ReceiverType>0</ReceiverType></Receiver></ReceiverList></BussinessDocumentInfo></Bussiness></TraceHeaderList>"
    )
    package = read_package(
        envelope("<Subject>x</Subject>").replace(b"</edXMLHeader>", f"{trace}</edXMLHeader>".encode())
    )
    assert package.business.action == "update"
    assert package.business.receivers_changed is True
    assert package.business.receivers == (("H1", "0"),)


def test_an_unknown_action_is_said() -> None:
    trace = "<TraceHeaderList><Bussiness><BussinessDocType>9</BussinessDocType></Bussiness></TraceHeaderList>"
    package = read_package(
        envelope("<Subject>x</Subject>").replace(b"</edXMLHeader>", f"{trace}</edXMLHeader>".encode())
    )
    assert [remark.kind for remark in package.remarks] == ["action"]


def test_a_signature_is_noticed() -> None:
    signature = "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'><SignedInfo/></Signature></edXMLHeader>"
    signed = read_package(envelope("<Subject>x</Subject>").replace(b"</edXMLHeader>", signature.encode()))
    assert signed.signed
    assert not read_package(write_package(PACKAGE)).signed


def test_statuses_of_others_and_refusals_without_reason() -> None:
    data = write_status(Status("15", ResponseFor(code="7/UBND-VP"))).replace(b">15<", b">14<")
    assert read_status(data).code == "15"
    assert read_status(data.replace(b">14<", b">99<")).remarks[0].kind == "status"
    assert read_status(b"<edXML/>").remarks[0].kind == "unreadable"
    with pytest.raises(ValueError, match="lý do"):
        write_status(Status("02"))
    with pytest.raises(ValueError, match="99"):
        write_status(Status("99"))


def test_what_is_written_is_well_formed() -> None:
    root = etree.fromstring(write_package(PACKAGE))
    assert root.tag == "{http://www.mic.gov.vn/TBT/QCVN_102_2016}edXML"
    assert [etree.QName(child).localname for child in root] == ["edXMLEnvelope", "AttachmentEncoded"]


@pytest.mark.parametrize("data", [b"<html><body>x</body></html>", b"<?xml version='1.0'?><a/>", "Số: 7/UBND".encode()])
def test_other_files_are_no_packages(data: bytes) -> None:
    assert not is_package(data)
