"""What the cover and each piece say in rows of a name and a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem

if TYPE_CHECKING:
    from lienthong.casefiles.bundle import Bundle
    from lienthong.casefiles.models import CaseFile

Rows = list[tuple[str, str]]


def case_facts(bundle: Bundle) -> Rows:
    """The case file's data, then how many pieces and files the export holds."""
    rows = rows_of(bundle.case) if bundle.case else []
    files = list(bundle.files)
    counted = [(_("Tổng số tài liệu"), str(len(bundle.entries))), (_("Tổng số tệp"), str(len(files)))]
    missing = sum(file.missing for file in files)
    if missing:
        counted.append((_("Tệp không còn"), str(missing)))
    return [*rows, *counted]


def rows_of(case: CaseFile) -> Rows:
    """The fields of Phụ lục VI, mục III, those that are empty left out."""
    rows = [
        (_("Mã hồ sơ"), case.code),
        (_("Cơ quan"), case.office.name),
        (_("Thời hạn bảo quản"), case.maintenance),
        (_("Chế độ sử dụng"), str(case.get_rights_display())),
        (_("Người lập hồ sơ"), str(case.created_by)),
        (_("Ngôn ngữ"), case.language),
        (_("Thời gian bắt đầu"), f"{case.starts_on:%d/%m/%Y}"),
        (_("Thời gian kết thúc"), f"{case.ends_on:%d/%m/%Y}" if case.ends_on else ""),
        (_("Từ khóa"), case.keywords),
        (_("Ghi chú"), case.note),
    ]
    return [(name, value) for name, value in rows if value]


def document_facts(item: CaseItem) -> Rows:
    facts = item.facts
    if facts is None:
        return []
    rows = [
        (_("Cơ quan ban hành"), facts.issuer),
        (_("Người ký"), ", ".join(filter(None, [facts.signer_name, facts.signer_title]))),
        (_("Số đến"), str(facts.arrival_number or "")),
        (_("Ngày đến"), f"{facts.arrived_on:%d/%m/%Y}" if facts.arrived_on else ""),
        (_("Nơi nhận"), "; ".join(facts.recipients)),
    ]
    return [(name, value) for name, value in rows if value]
