from datetime import date

from django.db import migrations

#: kind, amount, basis. What an office decides itself goes before these.
TERMS = (
    ("answer", 7, "Mặc định của hệ thống; cơ quan đặt lại theo quy chế tiếp nhận, xử lý phản ánh, kiến nghị"),
    ("data", 3, "Mặc định của hệ thống; quyền của chủ thể dữ liệu theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15"),
    ("keep", 24, "Mặc định của hệ thống; chỉ giữ trong thời gian cần cho mục đích, Luật 91/2025/QH15"),
)


def add(apps, schema_editor):
    for kind, amount, basis in TERMS:
        apps.get_model("feedback", "Term").objects.create(
            kind=kind, amount=amount, basis=basis, valid_from=date(2026, 1, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("feedback", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop, elidable=False)]
