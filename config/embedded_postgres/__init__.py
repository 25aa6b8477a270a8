"""A real PostgreSQL from a wheel, as a database backend that starts its server when it is first needed."""
