"""What a story knows of its figures, and what a report changes in it. Pure: nothing is read or written here.

`judge` takes what is known (`Known`), one article revision (`Report`) and the user's `Rules`, and answers with a
`Judgement`. `inquiry` says what has to be known for that; `learn` joins the two into what is known next.
"""

from monitor.ledger.correction import REJECTION, Correction, claim_id, reading_of
from monitor.ledger.identity import alert_id
from monitor.ledger.inquiry import Inquiry, inquiry
from monitor.ledger.judge import judge
from monitor.ledger.known import Account, Alias, Backing, Figure, Known, Place, Range, Said, Tally, Word
from monitor.ledger.learning import learn
from monitor.ledger.related import set_apart
from monitor.ledger.report import AsRead, Judgement, Report, Verdict
from monitor.ledger.rules import Rules
from monitor.ledger.voices import is_articles_own

__all__ = [
    "REJECTION",
    "Account",
    "Alias",
    "AsRead",
    "Backing",
    "Correction",
    "Figure",
    "Inquiry",
    "Judgement",
    "Known",
    "Place",
    "Range",
    "Report",
    "Rules",
    "Said",
    "Tally",
    "Verdict",
    "Word",
    "alert_id",
    "claim_id",
    "inquiry",
    "is_articles_own",
    "judge",
    "learn",
    "reading_of",
    "set_apart",
]
