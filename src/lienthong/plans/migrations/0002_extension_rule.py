from datetime import date

from django.db import migrations


def seed(apps, schema_editor):
    """The practice of the systems that follow work assigned by the Government: see the source in the row."""
    apps.get_model("plans", "ExtensionRule").objects.create(
        times=2,
        days=30,
        ask_within_days_after=30,
        source="Thông lệ theo dõi nhiệm vụ theo Quyết định 42/2014/QĐ-TTg và Quyết định 23/2018/QĐ-TTg",
        valid_from=date(2015, 1, 1),
    )


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop, elidable=False)]
