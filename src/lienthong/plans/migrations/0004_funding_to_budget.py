"""What stood as funding on an assignment becomes a budget line of it."""

from django.db import migrations
from django.db.models import Q

_SOURCES = (
    ("ngân sách xã", "commune"), ("ngân sách cấp xã", "commune"), ("ngân sách huyện", "district"),
    ("ngân sách cấp huyện", "district"), ("ngân sách tỉnh", "province"), ("ngân sách cấp tỉnh", "province"),
    ("chương trình mục tiêu", "programme"), ("xã hội hóa", "social"), ("xã hội hoá", "social"),
)


def move(apps, schema_editor):
    Assignment = apps.get_model("plans", "Assignment")
    BudgetLine = apps.get_model("plans", "BudgetLine")
    written = Assignment.objects.filter(~Q(funding_source="") | Q(funding_amount__isnull=False), out_of_scope=False)
    for one in written.select_related("plan").iterator():
        named = {source for words, source in _SOURCES if words in one.funding_source.lower()}
        BudgetLine.objects.create(
            plan=one.plan, assignment=one, source=named.pop() if len(named) == 1 else "other",
            printed=one.funding_source, purpose=one.text[:300], note=one.funding_note,
            planned=None if one.funding_amount is None else int(one.funding_amount), created_by=one.plan.created_by,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("plans", "0003_budget"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
    ]
