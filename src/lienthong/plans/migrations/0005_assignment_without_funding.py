from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0004_funding_to_budget'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='assignment',
            name='funding_amount',
        ),
        migrations.RemoveField(
            model_name='assignment',
            name='funding_note',
        ),
        migrations.RemoveField(
            model_name='assignment',
            name='funding_source',
        ),
    ]
