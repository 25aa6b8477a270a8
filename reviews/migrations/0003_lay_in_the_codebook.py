"""Store the themes of the codebook."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from reviews.codebook import default_codebook
from reviews.codebook.stored import add_missing_themes


def lay_in(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the themes that are not there yet."""
    add_missing_themes(apps.get_model("reviews", "Theme"), default_codebook())


class Migration(migrations.Migration):
    """Data only; going back leaves the themes, which reviews may have by then."""

    dependencies = [("reviews", "0002_themes_say_what_they_are")]

    operations = [migrations.RunPython(lay_in, migrations.RunPython.noop)]
