"""What is looked at before a product goes out: each finding with its place and what to do; some keep it from going."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.core.service import Outlet, faults_of, limits_of
from lienthong.newsroom.facts import unsupported
from lienthong.newsroom.models import MarginNote, Product, Version
from lienthong.newsroom.models.files import MediaFile
from lienthong.newsroom.outgoing import message_for, outlets_to_correct
from lienthong.newsroom.tasks import GONE, links_in
from lienthong.newsroom.words import correction_line, plain, spoken
from lienthong.organisations.service import Body
from lienthong.registry.service import whole_text
from lienthong.speech.service import recordings_of, said

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
        *_correction(product, version),
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
    found = (
        *_content(product, version), *_correction(product, version), *_files(product, version),
        *_limits(product, version),
    )  # fmt: skip
    return [check for check in (*found, *_links(product, version)) if check.blocking]


def limit_faults(product: Product, version: Version, outlet: Outlet) -> list[str]:
    """A sentence for each limit of the outlet's channel that the version breaks."""
    return faults_of(outlet, message_for(product, version, outlet.channel))


def _content(product: Product, version: Version) -> Iterator[Check]:
    if product.rule.words and not plain(version).strip():
        yield Check(_("Nội dung"), _("Chưa có nội dung."), _("Hãy viết nội dung rồi trình."), blocking=True)


def _correction(product: Product, version: Version) -> Iterator[Check]:
    """What corrects words that are out says so, also where it is only heard."""
    if product.released_id is None or product.released_id == version.pk:
        return
    if not version.correction:
        yield Check(
            _("Điều đính chính"), _("Bản này thay bản công chúng đang đọc nhưng chưa ghi điều đính chính."),
            _("Ghi vào ô “Điều đính chính”: trước nói sai gì, nay đúng là gì."), blocking=True,
        )  # fmt: skip
        return
    sounds = [media for media in version.files if media.kind == "sound"]
    heard = [outlet.name for outlet in _places(product, version) if _is_only_heard(outlet)]
    earlier = product.versions.filter(number__lt=version.number)
    before = set(earlier.filter(media__kind="sound").values_list("media__sha256", flat=True))
    for media in sounds:
        if media.sha256 in before:
            yield Check(
                media.name, _("Tiếng này là của bản trước, chưa đọc điều đính chính."),
                _("Thu lại, đọc điều đính chính trước rồi mới đọc bản tin."), blocking=bool(heard),
            )  # fmt: skip
        else:
            yield from _begins_with_it(product, version, media, blocking=bool(heard))


def _begins_with_it(product: Product, version: Version, media: MediaFile, *, blocking: bool) -> Iterator[Check]:
    """What a recording of ours reads is known; any other sound somebody has to hear."""
    ours = recordings_of(product.office, {media.sha256})
    if not ours:
        yield Check(media.name, _("Hãy nghe: tiếng này có đọc điều đính chính trước tiên không."))
    elif not _same_words(ours[0].text).startswith(_same_words(correction_line(version))):
        yield Check(
            media.name, _("Bản thu không mở đầu bằng điều đính chính."),
            _("Thu lại, mở đầu bằng: %(words)s") % {"words": correction_line(version)}, blocking=blocking,
        )  # fmt: skip


def _same_words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _is_only_heard(outlet: Outlet) -> bool:
    """A place that takes nothing but sound, such as loudspeakers."""
    limits = limits_of(outlet)
    return limits.needs_file and all(kind.startswith("audio/") for kind in limits.content_types or ("",))


def _places(product: Product, version: Version) -> list[Outlet]:
    """Where it is meant to go, and where a correction has to go."""
    return list(dict.fromkeys([*product.outlets.all(), *outlets_to_correct(product, version)]))


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
    for outlet in _places(product, version):
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
    words = said(product.office, spoken(version))
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
