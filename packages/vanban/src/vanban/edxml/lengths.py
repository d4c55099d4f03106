"""How long fields may be (Nghị định 30/2020/NĐ-CP, Phụ lục VI). Longer ones are kept and said, never cut."""

from __future__ import annotations

from vanban.edxml.model import Package
from vanban.model import Remark

_LENGTHS = (
    ("number", "Số văn bản", 11),
    ("notation", "Ký hiệu văn bản", 30),
    ("type_name", "Tên loại văn bản", 100),
    ("subject", "Trích yếu nội dung", 500),
    ("signer_position", "Chức vụ người ký", 100),
    ("signer_name", "Họ và tên người ký", 50),
)
_ORGAN_NAME = 200


def length_remarks(package: Package) -> tuple[Remark, ...]:
    """A remark of kind "length" for each field that the receiver's system may cut."""
    remarks = [
        Remark("length", f"{label} dài {len(value)} ký tự, quá {most} ký tự của quy định; nơi nhận có thể bị cắt bớt.")
        for name, label, most in _LENGTHS
        if (value := getattr(package, name)) and len(value) > most
    ]
    organs = [organ for organ in (package.sender, *package.receivers) if organ and organ.name]
    return (
        *remarks,
        *(
            Remark("length", f"Tên cơ quan “{organ.name}” dài quá {_ORGAN_NAME} ký tự của quy định.")
            for organ in organs
            if len(organ.name or "") > _ORGAN_NAME
        ),
    )
