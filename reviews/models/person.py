"""The children and adults whom a review is about."""

from django.db import models

from reviews.models.review import Review


class Sex(models.TextChoices):
    """As stated; "withheld", "not stated" and "not yet extracted" are three things."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OTHER = "other", "Other, as stated"
    WITHHELD = "withheld", "Withheld"
    NOT_STATED = "not_stated", "Not stated in the review"
    NOT_EXTRACTED = "", "Not yet extracted"


class AgeBand(models.TextChoices):
    """Age at the incident, in the bands of the Child Safeguarding Practice Review Panel's annual reports."""

    UNBORN = "unborn", "Unborn"
    UNDER_1 = "under_1", "Under 1"
    FROM_1 = "1_5", "1 to 5"
    FROM_6 = "6_10", "6 to 10"
    FROM_11 = "11_15", "11 to 15"
    FROM_16 = "16_17", "16 to 17"
    ADULT = "18_64", "18 to 64"
    OLDER_ADULT = "65_over", "65 and over"
    WITHHELD = "withheld", "Withheld"
    NOT_STATED = "not_stated", "Not stated in the review"
    NOT_EXTRACTED = "", "Not yet extracted"


class Stated(models.TextChoices):
    """Whether a fact is there to be read."""

    STATED = "stated", "Stated"
    WITHHELD = "withheld", "Withheld"
    NOT_STATED = "not_stated", "Not stated in the review"
    NOT_EXTRACTED = "", "Not yet extracted"


class Person(models.Model):
    """One child or adult at the centre of a review, under the name that the review gives them."""

    class Role(models.TextChoices):
        """Who they are in the review."""

        CHILD = "child", "Child"
        ADULT = "adult", "Adult"

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="people")
    role = models.CharField(max_length=5, choices=Role, default=Role.CHILD)
    name = models.CharField(max_length=120)
    age_as_printed = models.CharField(max_length=80, blank=True)
    age_band = models.CharField(max_length=10, choices=AgeBand, blank=True, default=AgeBand.NOT_EXTRACTED)
    sex = models.CharField(max_length=10, choices=Sex, blank=True, default=Sex.NOT_EXTRACTED)
    ethnicity = models.CharField(max_length=120, blank=True)
    ethnicity_is = models.CharField(max_length=10, choices=Stated, blank=True, default=Stated.NOT_EXTRACTED)
    disability = models.CharField(max_length=250, blank=True)
    disability_is = models.CharField(max_length=10, choices=Stated, blank=True, default=Stated.NOT_EXTRACTED)

    class Meta:
        ordering = ["review", "pk"]
        verbose_name_plural = "people"
        constraints = [models.UniqueConstraint(fields=["review", "name"], name="one_row_for_a_person_of_a_review")]

    def __str__(self) -> str:
        return self.name
