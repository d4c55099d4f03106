"""The period rules that the product ships with; an operator adds rows for other regimes and later years."""

from datetime import date

from django.db import migrations

from lienthong.reports.data import PERIOD_RULES


def add_rules(apps, schema_editor):
    rule = apps.get_model("reports", "PeriodRule")
    for regime, kind, index, start, end, due, source in PERIOD_RULES:
        rule.objects.create(
            regime=regime,
            kind=kind,
            index=index,
            start_day=start[0],
            start_month=start[1],
            start_year=start[2],
            end_day=end[0],
            end_month=end[1],
            due_day=due and due[0],
            due_month=due and due[1],
            source=source,
            valid_from=date(2020, 1, 1),
        )


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
