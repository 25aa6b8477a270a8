from ingest.models.batch import Batch
from ingest.models.intake import Intake, IntakeState
from ingest.models.reading import Reading
from ingest.models.rereading import Rereading, RereadingState
from ingest.models.upload import Upload

__all__ = ["Batch", "Intake", "IntakeState", "Reading", "Rereading", "RereadingState", "Upload"]
