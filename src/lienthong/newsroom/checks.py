"""What is looked at before a product goes out: each finding with its place and what to do; some keep it from going."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.core.service import Outlet, faults_of
from lienthong.newsroom.facts import unsupported
from lienthong.newsroom.models import MarginNote, Product, Version
from lienthong.newsroom.outgoing import message_for
from lienthong.newsroom.tasks import GONE, links_in
from lienthong.newsroom.words import plain
from lienthong.organisations.service import Body
from lienthong.registry.service import whole_text
from lienthong.speech.service import said

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: So many things that the source does not say are listed; the rest is counted.
_MOST = 30
_NEEDS: dict[str, StrOrPromise] = {
    "picture": gettext_lazy("ảnh"), "sound": gettext_lazy("tệp âm thanh"), "film": gettext_lazy("tệp video"),
}  # fmt: skip
_WHAT: dict[str, StrOrPromise] = {
    "symbol": gettext_lazy("Số, ký hiệu văn bản"), "date": gettext_lazy("Ngày"), "number": gettext_lazy("Con số"),
    "name": gettext_lazy("Tên"), "term": gettext_lazy("Chữ tắt"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """``place`` where it is, ``sentence`` what it is, ``advice`` what to do; a ``blocking`` one is mended first."""

    place: str
    sentence: str
    advice: str = ""
    blocking: bool = False


def all_checks(product: Product, version: Version) -> list[Check]:
    """Every finding, those first that keep the product from going out."""
    found = [
        *_content(product, version),
        *_files(product, version),
        *_limits(product, version),
        *_links(product, version),
        *_speech(product, version),
        *_against_source(product, version),
        *_open_notes(product),
    ]
    return sorted(found, key=lambda check: not check.blocking)


def blocking(product: Product, version: Version) -> list[Check]:
    """What keeps it from going out. Facts are only pointed out, so the source is not read for this."""
    found = (*_content(product, version), *_files(product, version), *_limits(product, version))
    return [check for check in (*found, *_links(product, version)) if check.blocking]


def limit_faults(product: Product, version: Version, outlet: Outlet) -> list[str]:
    """A sentence for each limit of the outlet's channel that the version breaks."""
    return faults_of(outlet, message_for(product, version, outlet.channel))


def _content(product: Product, version: Version) -> Iterator[Check]:
    if product.rule.words and not plain(version).strip():
        yield Check(_("Nội dung"), _("Chưa có nội dung."), _("Hãy viết nội dung rồi trình."), blocking=True)


def _files(product: Product, version: Version) -> Iterator[Check]:
    files = version.files
    for need in product.rule.needs:
        if not any(media.kind == need for media in files):
            what = _NEEDS[need]
            yield Check(
                _("Tệp"), _("%(kind)s cần có %(what)s.") % {"kind": product.get_kind_display(), "what": what},
                _("Hãy thêm tệp vào bản đang viết."), blocking=True,
            )  # fmt: skip
    for media in files:
        if not media.alt.strip() or not media.credit.strip():
            yield Check(media.name, _("Thiếu mô tả hoặc nguồn."), _("Hãy thêm lại tệp kèm mô tả."), blocking=True)


def _limits(product: Product, version: Version) -> Iterator[Check]:
    for outlet in product.outlets.all():
        for fault in limit_faults(product, version, outlet):
            yield Check(outlet.name, fault, _("Hãy viết bản riêng cho kênh này."), blocking=True)


def _links(product: Product, version: Version) -> Iterator[Check]:
    known = {link.url: link for link in product.links.all()}
    for url in links_in(version):
        link = known.get(url)
        if link is None or link.alive is None:
            yield Check(url, _("Đường liên kết chưa kiểm tra xong."), _("Xem lại sau ít phút."))
        elif not link.alive:
            sentence = link.sentence or _("Máy chủ trả lời %(status)d.") % {"status": link.status or 0}
            gone = link.status in GONE
            yield Check(
                url,
                sentence,
                _("Mở thử; nếu hỏng thì sửa hoặc bỏ, nếu mở được thì lưu lại để kiểm tra lại."),
                blocking=gone,
            )


def _speech(product: Product, version: Version) -> Iterator[Check]:
    if not product.rule.spoken:
        return
    words = said(product.office, plain(version))
    most = product.rule.most_seconds
    if words.seconds > most:
        sentence = _("Đọc hết khoảng %(n)d giây, khung phát nhận nhiều nhất %(most)d giây.")
        yield Check(_("Lời đọc"), sentence % {"n": words.seconds, "most": most}, _("Hãy rút gọn lời đọc."))
    for remark in words.remarks[:_MOST]:
        yield Check(
            _("Lời đọc"), _("“%(word)s” chưa có cách đọc.") % {"word": remark.written},
            _("Viết đủ chữ, hoặc đặt cách đọc trong Từ điển đọc."),
        )  # fmt: skip


def _against_source(product: Product, version: Version) -> Iterator[Check]:
    passages = list(product.passages.select_related("document").prefetch_related("document__files"))
    if not passages:
        yield Check(
            _("Văn bản nguồn"), _("Chưa chọn văn bản nguồn nên không đối chiếu được tên, ngày và con số."),
            _("Thêm văn bản nguồn ở đề bài."),
        )  # fmt: skip
        return
    documents = {passage.document_id: passage.document for passage in passages}
    sources = [*(passage.text for passage in passages), *(_source_text(one) for one in documents.values())]
    words = "\n".join([version.title, plain(version), *(one.get("text", "") for one in version.variants.values())])
    found = unsupported(words, sources, _own_names(product.office))
    for one in found[:_MOST]:
        yield Check(
            one.text, _("%(what)s này không có trong văn bản nguồn.") % {"what": _WHAT[one.kind]},
            _("So lại với văn bản; đúng thì giữ nguyên."),
        )  # fmt: skip
    if len(found) > _MOST:
        yield Check(
            _("Văn bản nguồn"), _("Còn %(n)d chỗ khác không có trong văn bản nguồn.") % {"n": len(found) - _MOST}
        )


def _source_text(document: object) -> str:
    """Everything a source says: its files, its number, day and subject."""
    number, dated, subject = (getattr(document, name) for name in ("number", "dated", "subject"))
    return "\n".join([whole_text(document).text, number, "/".join(reversed(dated.split("-"))), subject])  # type: ignore[arg-type]


def _own_names(office: Body) -> list[str]:
    """How the office and its units are called: no source has to name them first."""
    bodies = Body.objects.filter(office=office)
    names = [name for pair in bodies.values_list("name", "short_name") for name in pair if name]
    return [*names, office.place]


def _open_notes(product: Product) -> Iterator[Check]:
    count = MarginNote.objects.filter(version__product=product, settled_at=None).count()
    if count:
        yield Check(
            _("Ghi chú"), _("Còn %(n)d ghi chú chưa khép.") % {"n": count}, _("Trả lời bằng bản sửa, rồi khép.")
        )
