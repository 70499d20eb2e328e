"""Stories are told by their leads: what was kept of each article's words and names is brought into that form.

An article read before has no marks and no months, and all of it counts as its lead.
"""

import json
from itertools import chain

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NAMES_IN_LEAD = 1.5


def upgrade() -> None:
    with op.batch_alter_table("stories") as stories:
        stories.alter_column("word_square", new_column_name="lead_square", existing_type=sa.Double())
    op.execute(f"UPDATE stories SET lead_square = lead_square + {_NAMES_IN_LEAD**2} * name_square")
    placings = sa.table("placings", sa.column("seq", sa.BigInteger), sa.column("features", sa.Text))
    connection = op.get_bind()
    rows = connection.execute(sa.select(placings).where(placings.c.features.is_not(None))).all()
    for row in rows:
        values = {"features": _as_leads(row.features)}
        connection.execute(sa.update(placings).where(placings.c.seq == row.seq).values(values))


def _as_leads(line: str) -> str:
    words, names, places, weekdays, dates, years, days, own = json.loads(line)
    said = dict(zip(words[::2], words[1::2], strict=True))
    said |= {f"@{name}": round(_NAMES_IN_LEAD * weight) for name, weight in zip(names[::2], names[1::2], strict=True)}
    lead = list(chain.from_iterable(sorted(said.items())))
    read = [lead, names, places, [], weekdays, dates, years, days, [], own]
    return json.dumps(read, ensure_ascii=False, separators=(",", ":"))
