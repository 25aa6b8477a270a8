"""The jobs of the queue: the only module of packs that knows it.

A job takes an id and fetches afresh; running it twice does no harm.
"""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from packs.exporting import Tell, make
from packs.exports.powerpoint_design import NotADesign
from packs.models import ExportState, PackExport

logger = logging.getLogger(__name__)

# A file at which the worker died this often is not begun again.
MOST_ATTEMPTS = 3
WENT_WRONG = "Something went wrong on our side while this file was made. Try again; if it fails again, tell us."


@app.task(
    queue="packs",
    retry=RetryStrategy(max_attempts=8, exponential_wait=2, retry_exceptions={OperationalError, InterfaceError}),
)
def make_export(export_id: int) -> None:
    """Make the file that is asked for, or record why that cannot be."""
    export = _begin(export_id)
    if export is None:
        return
    try:
        if export.attempts > MOST_ATTEMPTS:
            _fail(export, WENT_WRONG)
            return
        make(export, _tell(export))
    except NotADesign as failure:
        _fail(export, f"Your own slides cannot be used as a design. {failure.__doc__}")
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("export %s could not be made", export.pk)
        _fail(export, WENT_WRONG)


def _begin(export_id: int) -> PackExport | None:
    """Mark the file as being made and count the attempt; None where there is nothing left to do."""
    with transaction.atomic():
        export = PackExport.objects.select_for_update().filter(pk=export_id).first()
        if export is None or not export.is_under_way:
            return None
        export.state, export.attempts, export.step = ExportState.MAKING, export.attempts + 1, 0
        export.save()
    return export


def _tell(export: PackExport) -> Tell:
    """Return what to call before each step: it writes how far the file is."""

    def tell(doing: str) -> None:
        PackExport.objects.filter(pk=export.pk).update(step=export.step, doing=doing)
        export.step += 1

    return tell


def _fail(export: PackExport, message: str) -> None:
    PackExport.objects.filter(pk=export.pk).update(
        state=ExportState.FAILED, message=message[:300], doing="", finished_at=timezone.now()
    )
