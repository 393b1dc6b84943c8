"""The tables of the store.

What tells marks is added and never changed or taken away: the tables in `KEPT`, over which the
database itself watches. What is of a person (names, what was handed in, what was answered) lies in
tables of its own, so that it can be erased while the marks stay.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

META = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_DIGEST = 64
_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # which counts up by itself


def _id() -> Column[int]:
    return Column("id", _NUMBER, primary_key=True, autoincrement=True)


person = Table(
    "person",
    META,
    _id(),
    Column("pseudonym", String(32), nullable=False, unique=True),
    Column("assignment", Text, nullable=False),
    Column("student", Text),  # as ids are compared; NULL once it is erased
    Column("roster_id", Text),
    Column("name", Text),
    Column("others", JSON),  # the other columns of the roster
    UniqueConstraint("assignment", "student"),
)
"""A student of an assignment's roster, or who was one."""

batch = Table(
    "batch",
    META,
    _id(),
    Column("uid", String(32), nullable=False, unique=True),
    Column("assignment", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kind", String(16), nullable=False),  # batch, regrade, journal
    Column("began", String(40), nullable=False),
    Column("version", Text, nullable=False),
    Column("edition", String(_DIGEST), nullable=False),
    Column("digest", String(_DIGEST), nullable=False),  # of the assignment
    Column("options", JSON, nullable=False),
)
"""A command that marked."""

batch_end = Table(
    "batch_end",
    META,
    Column("batch_id", _NUMBER, ForeignKey("batch.id"), primary_key=True),
    Column("ended", String(40), nullable=False),
    Column("files", Integer, nullable=False),
    Column("seal", String(_DIGEST), nullable=False),
)
"""That a batch came to its end, with a digest over all that it counted."""

content = Table(
    "content",
    META,
    Column("digest", String(_DIGEST), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What was handed in, compressed; the same bytes once."""

submission = Table(
    "submission",
    META,
    _id(),
    Column("assignment", Text, nullable=False),
    Column("place", String(_DIGEST), nullable=False),  # a digest of its name
    Column("content", String(_DIGEST), nullable=False),
    UniqueConstraint("assignment", "place", "content"),
)
"""A file of some content under some name."""

submission_name = Table(
    "submission_name",
    META,
    Column("submission_id", _NUMBER, ForeignKey("submission.id"), primary_key=True),
    Column("name", Text, nullable=False),  # as JSON: names may have half characters
    Column("person_id", _NUMBER, ForeignKey("person.id")),
)
"""What a file is called, and whose it is: also of a batch that has not come to its end."""

run = Table(
    "run",
    META,
    _id(),
    Column("uid", String(_DIGEST), nullable=False, unique=True),
    Column("submission_id", _NUMBER, ForeignKey("submission.id"), nullable=False),
    Column("batch_id", _NUMBER, ForeignKey("batch.id"), nullable=False),
    Column("key", String(_DIGEST), nullable=False),  # what the result rests on
    Column("turn", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("was_played", Boolean, nullable=False),  # from a tape, without running anything
    Column("at", String(40), nullable=False),
    Column("seconds", Float, nullable=False),  # by the clock of who marked it
    Column("sheet", Text),
    Column("draw", String(32)),
    Column("score", Float),
    Column("max_score", Float),
    Column("deducted", Float),
    Column("met_wall_clock", Boolean, nullable=False),
    Column("limits_met", JSON, nullable=False),
    Column("confinement", String(16), nullable=False),
    Column("versions", JSON, nullable=False),
    Column("problems", JSON, nullable=False),  # [key, score, max_score] of each
    Column("evidence", String(_DIGEST), nullable=False),  # a digest
    UniqueConstraint("submission_id", "key", "turn"),
)
"""One marking of a submission."""

outcome = Table(
    "outcome",
    META,
    Column("run_id", _NUMBER, ForeignKey("run.id"), primary_key=True),
    Column("problem", String(16), primary_key=True),
    Column("field", String(128), primary_key=True),
    Column("family", Text, nullable=False),
    Column("level", String(16), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("score", Float, nullable=False),
    Column("max_score", Float, nullable=False),
    Column("slips", Text, nullable=False),  # their keys, with blanks between them
)
"""What came of a blank, a check or a rule of style."""

evidence = Table(
    "evidence",
    META,
    Column("run_id", _NUMBER, ForeignKey("run.id"), primary_key=True),
    Column("error", Text, nullable=False),  # why there is no result, or not all of it
    Column("data", LargeBinary),  # the whole result, compressed
)
"""What is told of a marking. Texts are JSON, since names may have half characters."""

tape = Table(
    "tape",
    META,
    Column("key", String(_DIGEST), primary_key=True),  # what was run, and under which conditions
    Column("submission_id", _NUMBER, ForeignKey("submission.id"), nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""What a program answered (`sandbox.outside.tape`)."""

page = Table(
    "page",
    META,
    Column("run_id", _NUMBER, ForeignKey("run.id"), primary_key=True),
    Column("suffix", String(8), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""Feedback, compressed."""

handed = Table(
    "handed",
    META,
    Column("batch_id", _NUMBER, ForeignKey("batch.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("person_id", _NUMBER, ForeignKey("person.id")),
    Column("run_id", _NUMBER, ForeignKey("run.id")),
    Column("redrawn", Integer),  # how often problems of its sheet were drawn anew by then
    Column("told", JSON, nullable=False),  # whose it is found to be and why, when it came
    Column("error", Text, nullable=False),
)
"""What a batch made of each file that it found, in the order of their names."""

mark = Table(
    "mark",
    META,
    Column("batch_id", _NUMBER, ForeignKey("batch.id"), primary_key=True),
    Column("place", Integer, primary_key=True),  # in the roster
    Column("person_id", _NUMBER, ForeignKey("person.id"), nullable=False),
    Column("status", String(16), nullable=False),
    Column("run_id", _NUMBER, ForeignKey("run.id")),
    Column("attempt", Integer),
    Column("score", Float),
    Column("max_score", Float),
)
"""What a student gets by a batch."""

variant = Table(
    "variant",
    META,
    _id(),
    Column("person_id", _NUMBER, ForeignKey("person.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("problem", String(16), nullable=False),
    Column("draw", Integer, nullable=False),
    Column("family", Text, nullable=False),
    Column("level", String(16), nullable=False),
    Column("version", Integer),
    Column("parameters", JSON, nullable=False),
    UniqueConstraint("person_id", "revision", "attempt", "problem", "draw"),
)
"""What was drawn for whom."""

override = Table(
    "override",
    META,
    _id(),
    Column("person_id", _NUMBER, ForeignKey("person.id"), nullable=False),
    Column("line", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("problem", String(16), nullable=False),
    Column("field", String(128), nullable=False),
    Column("points", Text),  # a fraction; NULL where one is taken back
    UniqueConstraint("person_id", "line"),
)

override_reason = Table(
    "override_reason",
    META,
    Column("override_id", _NUMBER, ForeignKey("override.id"), primary_key=True),
    Column("reason", Text, nullable=False),
)

erasure = Table(
    "erasure",
    META,
    _id(),
    Column("person_id", _NUMBER, ForeignKey("person.id"), nullable=False),
    Column("at", String(40), nullable=False),
)
"""That what is personal of a student was erased."""

erased = Table(
    "erased",
    META,
    Column("erasure_id", _NUMBER, ForeignKey("erasure.id"), primary_key=True),
    Column("submission_id", _NUMBER, ForeignKey("submission.id"), primary_key=True),
)
"""What had been handed in of which nothing is left since then but marks."""

Index("ix_run_submission_id_key", run.c.submission_id, run.c.key)
Index("ix_run_batch_id", run.c.batch_id)
Index("ix_submission_content", submission.c.content)
Index("ix_tape_submission_id", tape.c.submission_id)
Index("ix_handed_person_id", handed.c.person_id)
Index("ix_submission_name_person_id", submission_name.c.person_id)

KEPT = (batch, batch_end, submission, run, outcome, mark, variant, override, erasure, erased)
"""Rows of these are added, and neither changed nor taken away."""
