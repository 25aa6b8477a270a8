"""Marks that say when what is known of reviews has changed."""

from pathlib import Path

from django.db import migrations, models


UNDO = """
DROP FUNCTION crossread_mark_facts() CASCADE;
DROP FUNCTION crossread_mark_facts_of_events() CASCADE;
DROP FUNCTION crossread_mark_facts_of_taggings() CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reviews', '0019_note_marks'),
    ]

    operations = [
        migrations.CreateModel(
            name='FactChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.RunSQL(Path(__file__).with_name('fact_triggers.sql').read_text(), UNDO),
    ]
