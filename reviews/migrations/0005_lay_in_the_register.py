"""Store the partnerships and the agencies of the register."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from reviews import register
from reviews.register.stored import add_missing_agencies, add_missing_partnerships


def lay_in(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the partnerships, their names and the agencies that are not there yet."""
    models = (apps.get_model("reviews", name) for name in ("Partnership", "PartnershipName"))
    add_missing_partnerships(*models, register.bodies())
    add_missing_agencies(apps.get_model("reviews", "Agency"), register.agencies())


class Migration(migrations.Migration):
    """Data only; going back leaves the rows, which reviews may have by then."""

    dependencies = [("reviews", "0004_partnerships_cover_areas")]

    operations = [migrations.RunPython(lay_in, migrations.RunPython.noop)]
