"""Reporting problems and answering them."""

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from reviews.history import record
from reviews.models import Act, DeskRules, Item, Problem, Review

if TYPE_CHECKING:
    from people.models import User

logger = logging.getLogger(__name__)


@transaction.atomic
def report(
    review: Review,
    item: Item | None,
    *,
    kind: str,
    words: str,
    name: str = "",
    email: str = "",
    by: "User | None" = None,
) -> Problem:
    """Keep a report for the review's desk, with the day by which it is answered where it has one; return it."""
    problem = Problem(review=review, item=item, kind=kind, words=words, name=name, email=email, made_by=by)
    if problem.has_deadline:
        problem.due_on = timezone.localdate() + timedelta(days=DeskRules.now().days_for_takedown)
    problem.save()
    record(Act.REPORT_MADE, by=by, review=review, about=item.name if item else "", kind=kind)
    return problem


@transaction.atomic
def answer(problem: Problem, words: str, *, by: "User") -> None:
    """Keep the answer; who left an address gets it by mail too."""
    problem.answer, problem.answered_by, problem.answered_at = words, by, timezone.now()
    problem.save(update_fields=["answer", "answered_by", "answered_at"])
    record(Act.REPORT_ANSWERED, by=by, review=problem.review, about=problem.item.name if problem.item else "")
    if problem.email:
        transaction.on_commit(lambda: send_answer(problem))


def send_answer(problem: Problem) -> None:
    """Send the answer; mail that cannot be sent loses nothing, since the answer stands at its address."""
    text = render_to_string("reviews/problem_answered.txt", {"problem": problem, "site": settings.SITE_URL})
    try:
        send_mail("Your report to Crossread", text, settings.DEFAULT_FROM_EMAIL, [problem.email])
    except (OSError, SMTPException):
        logger.exception("the answer to report %s could not be sent", problem.pk)
