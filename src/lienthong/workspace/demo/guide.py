"""Where to click first, role by role."""

from django.db.models import Model
from django.urls import reverse

from lienthong.plans.service import Plan
from lienthong.registry.service import OfficialDocument
from lienthong.reports.service import Report
from lienthong.workspace.demo.people import ACCOUNTS, office


def guide(site: str, password: str) -> str:
    """The accounts, their password, and the address at which each begins."""
    lines = ["", f"DÙNG THỬ: {site}", f"Mật khẩu của mọi tài khoản: {password}", ""]
    for account in ACCOUNTS:
        lines.append(f"  {account.username:<12} {account.title}: {account.tries}")
        lines += [f"  {'':<12}   {site}{address}" for address in _first(account.username)]
    lines.append(f"  {'người dân':<12} cổng thông tin, không cần đăng nhập: {site}/")
    return "\n".join([*lines, ""])


def _first(username: str) -> list[str]:
    documents = OfficialDocument.objects.filter(office=office())
    states = OfficialDocument.State
    plan = Plan.objects.filter(office=office()).order_by("pk").first()
    report = Report.objects.filter(office=office()).order_by("pk").first()
    to_review = documents.filter(reviewed_at=None, direction="in").exclude(state=states.TO_REGISTER)
    begin: dict[str, list[tuple[str, Model | None]]] = {
        "vanthu": [("registry:register", documents.filter(state=states.TO_REGISTER, direction="in").first())],
        "lanhdao": [("registry:decide", documents.filter(state=states.WITH_LEADER).first())],
        "dieuphoi": [("registry:review", to_review.order_by("pk").first()), ("reports:report", report)],
        "truongphong": [("plans:board", None)],
        "trungtam": [("plans:calendar", None)],
        "giamsat": [("plans:plan", plan)],
        "nguoidoc": [("registry:documents", None)],
        "quantri": [("organisations:bodies", None)],
        "tinh": [("plans:plan", plan)],
    }
    found = begin.get(username, [("workspace:home", None)])
    plain = ("plans:board", "plans:calendar", "registry:documents", "organisations:bodies", "workspace:home")
    addresses = [
        reverse(name, args=[thing.pk]) if thing is not None else reverse(name)
        for name, thing in found
        if thing is not None or name in plain
    ]
    return addresses or [reverse("workspace:home")]
