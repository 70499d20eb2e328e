"""Is this text a copy: shingles, signatures, containment, agency credit.

`sketch` reads an article, anywhere and in any process. `match` decides what it is a copy of, given the past.
"""

from monitor.dedup.agency import agency
from monitor.dedup.comparison import Comparison, Relation, compare, without
from monitor.dedup.matching import Borrowing, Match, Original, cluster_id, furniture, match
from monitor.dedup.past import STOPPED, Known, Past, Posting, Standing
from monitor.dedup.publisher import Family, Publishers, origin, publisher
from monitor.dedup.settings import Copying
from monitor.dedup.signature import SCHEME, Signature
from monitor.dedup.sketch import Sketch, leave_out, line_hashes, lines_at, outlet_of, signature_of, sketch, sketches
from monitor.dedup.words import Hashes, Shingles, Wording, wording

__all__ = [
    "SCHEME",
    "STOPPED",
    "Borrowing",
    "Comparison",
    "Copying",
    "Family",
    "Hashes",
    "Known",
    "Match",
    "Original",
    "Past",
    "Posting",
    "Publishers",
    "Relation",
    "Shingles",
    "Signature",
    "Sketch",
    "Standing",
    "Wording",
    "agency",
    "cluster_id",
    "compare",
    "furniture",
    "leave_out",
    "line_hashes",
    "lines_at",
    "match",
    "origin",
    "outlet_of",
    "publisher",
    "signature_of",
    "sketch",
    "sketches",
    "without",
    "wording",
]
