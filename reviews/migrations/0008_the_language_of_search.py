"""The language in which texts are searched: a dictionary, a configuration, and what makes a text plain first."""

from pathlib import Path

from django.db import migrations

UNDO = """
DROP FUNCTION crossread_plain(text);
DROP TEXT SEARCH CONFIGURATION crossread;
DROP TEXT SEARCH DICTIONARY crossread_stem;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0007_documents_from_ocr")]

    operations = [migrations.RunSQL(Path(__file__).with_name("search_language.sql").read_text(), UNDO)]
