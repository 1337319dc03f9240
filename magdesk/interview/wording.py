"""A short mark of how a question is worded, so that a sheet of older content can be told apart."""

from __future__ import annotations

import hashlib

import msgspec

from magdesk.knowledge.records.interview_records import Question

MARK_LENGTH = 12


def wording_hash(question: Question) -> str:
    """Twelve hexadecimal digits that change with what the person reads before answering.

    That is title, help and unit, and each choice with its detail; not the reasons why we ask, nor
    the professional's terms, nor the order of the headings.
    """
    choices = [(choice.id, choice.label, choice.detail) for choice in question.choices]
    own = (question.title, question.help, question.unit, question.none_label, question.none_detail)
    read = msgspec.json.encode((own, choices))
    return hashlib.sha256(read).hexdigest()[:MARK_LENGTH]
