"""Marks that something of the reviews has changed, left by triggers."""

from pathlib import Path

from django.db import migrations, models

UNDO = "DROP FUNCTION crossread_mark_corpus() CASCADE;"


class Migration(migrations.Migration):
    dependencies = [("reviews", "0020_what_is_known_of_reviews")]

    operations = [
        migrations.CreateModel(
            name="CorpusChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
        ),
        migrations.RunSQL((Path(__file__).parent / "corpus_triggers.sql").read_text(), UNDO),
    ]
