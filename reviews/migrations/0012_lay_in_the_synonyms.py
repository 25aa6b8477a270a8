"""Store the groups of synonyms that every installation begins with."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from reviews.synonyms import shipped_groups
from reviews.synonyms.stored import add_missing_groups


def lay_in(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the groups that are not there yet."""
    models = (apps.get_model("reviews", name) for name in ("SynonymGroup", "SynonymTerm"))
    add_missing_groups(*models, shipped_groups())


class Migration(migrations.Migration):
    """Data only; going back leaves the groups, which administrators may have changed by then."""

    dependencies = [("reviews", "0011_editions")]

    operations = [migrations.RunPython(lay_in, migrations.RunPython.noop)]
