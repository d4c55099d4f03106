"""What is known of a signature, in one Vietnamese sentence for a clerk."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from vanban.model import ElectronicSignature

_VIETNAM = timezone(timedelta(hours=7))
_WEAK = {"md5": "MD5", "sha1": "SHA-1"}


def sentence(signature: ElectronicSignature, algorithm: str, *, covered_later: bool) -> str:
    """One sentence; ``covered_later`` says that a later, intact signature covers what was added after this one."""
    if signature.signer is None:
        return "Tệp có một chữ ký số không đọc được; không xác định được người ký và nội dung đã ký."
    parts = [_who(signature), _intact(signature), _trust(signature)]
    if signature.intact and signature.whole_file is False:
        parts.append(
            "phần thêm vào tệp sau đó nằm trong chữ ký khác"
            if covered_later
            else "sau khi ký tệp có phần thêm vào không nằm trong chữ ký nào"
        )
    if signature.intact and algorithm in _WEAK:
        parts.append(f"thuật toán băm {_WEAK[algorithm]} đã yếu")
    return "; ".join(parts) + "."


def _who(signature: ElectronicSignature) -> str:
    body = f" ({signature.body})" if signature.body and signature.body != signature.signer else ""
    when = ""
    if signature.signed_at:
        when = f", ký lúc {datetime.fromisoformat(signature.signed_at).astimezone(_VIETNAM):%H:%M ngày %d/%m/%Y}"
    return f"Chữ ký số của {signature.signer}{body}{when}"


def _intact(signature: ElectronicSignature) -> str:
    if signature.intact is None:
        return "không xác định được nội dung đã ký có còn nguyên vẹn hay không"
    return "nội dung đã ký còn nguyên vẹn" if signature.intact else "nội dung đã bị thay đổi sau khi ký"


def _trust(signature: ElectronicSignature) -> str:
    issuer = f" do {signature.issuer} cấp" if signature.issuer else ""
    return {
        "trusted": f"chứng thư{issuer} được tin cậy",
        "unknown": f"chứng thư{issuer} chưa có trong danh sách tin cậy",
        "undetermined": f"chưa xác định được độ tin cậy của chứng thư{issuer}",
    }[signature.trust]
