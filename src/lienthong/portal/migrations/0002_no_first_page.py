"""Takes away the page and the site that Wagtail begins with: they are of no office."""

from django.db import migrations


def take_away(apps, editor):
    page, site = apps.get_model("wagtailcore", "Page"), apps.get_model("wagtailcore", "Site")
    site.objects.filter(root_page__slug="home", root_page__title__startswith="Welcome to your new Wagtail").delete()
    removed, _each = page.objects.filter(slug="home", depth=2, title__startswith="Welcome to your new Wagtail").delete()
    if removed:
        page.objects.filter(depth=1).update(numchild=0)


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_initial")]
    operations = [migrations.RunPython(take_away, migrations.RunPython.noop)]
