"""Keep whether a document's words were recognised in pictures of its pages, and which pages gave none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns; documents that are here were read from text."""

    dependencies = [("reviews", "0006_history")]

    operations = [
        migrations.AddField("document", "is_from_ocr", models.BooleanField(default=False)),
        migrations.AddField("document", "pages_without_text", models.JSONField(blank=True, default=list)),
    ]
