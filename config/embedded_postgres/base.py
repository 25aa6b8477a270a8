"""Django's PostgreSQL backend, with the embedded server started before the first connection."""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from config.embedded_postgres.server import EmbeddedServer


class DatabaseWrapper(base.DatabaseWrapper):
    """HOST names the server's folder; everything else is as with a server that someone else runs."""

    def get_connection_params(self) -> dict[str, Any]:
        """Return what psycopg connects with, once the server answers.

        procrastinate's worker asks the same question, so web, worker and commands share one server.
        """
        parameters = super().get_connection_params()
        server = EmbeddedServer(Path(str(self.settings_dict["HOST"])))
        server.ensure_running()
        parameters["host"] = str(server.socket_dir)
        return parameters
