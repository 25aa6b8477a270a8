"""What machines ask: is the process up, is all that it needs there."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """Return 200: the process answers."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """Return 200 when database, migrations and queue are there, else 503; the body says which is not."""
    checks = {"database": database_answers, "migrations": nothing_to_migrate, "queue": queue_is_there}
    found = {name: _passes(check) for name, check in checks.items()}
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def database_answers() -> bool:
    """Return whether the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def nothing_to_migrate() -> bool:
    """Return whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def queue_is_there() -> bool:
    """Return whether the queue's tables answer."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    ProcrastinateJob.objects.exists()
    return True


def _passes(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except DatabaseError:
        return False
