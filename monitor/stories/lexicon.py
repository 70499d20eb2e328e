"""Words that do not tell which event it is: the grammar's own, those of tolls and numbers, those of the calendar."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STOP_WORDS = _words(
    """
    a about above according across after again against all almost along already also although always am amid among
    an and another any anyone anything are aren around as at away back be became because become been before began
    behind being below beside besides best better between beyond both but by came can cannot come could couldn did
    didn do does doesn doing don done down due during each either else enough even ever every everyone everything
    except far few first for former found from further gave get gets getting give given gives giving go goes going
    gone good got great had hadn half has hasn have haven having he her here hers herself him himself his how
    however i if in including indeed instead into is isn it its itself just keep kept know known last later least
    leave leaves leaving left less let like likely little ll long made make makes making many may maybe me mean
    meanwhile might more most mostly mr mrs ms much must my myself near nearly need neither never nevertheless new
    next no nobody none nor not nothing now of off often on once one only onto or other others our ours ourselves
    out over own part per perhaps put quite rather re really right said same saw say saying says see seem seems seen
    several shall she should since so some someone something soon still such take taken takes taking tell than that
    the their theirs them themselves then there therefore these they thing things think this those though through
    throughout thus till to together told too took toward towards under unless until up upon us use used using ve
    very via want wanted was wasn way we well went were weren what whatever when where whether which while who whole
    whom whose why will with within without won would wouldn yet you your yours yourself
    """
)
"""Words of the grammar and of reporting. Apostrophes are taken out before words are looked up."""

TOLL_WORDS = _words(
    """
    abducted arrested billion billions casualties casualty charged dead deadliest deadly death deaths detained die
    died dies displaced dozen dozens dying eight eighteen eighty eleven fatal fatalities fatality fatally fifteen
    fifth fifty five forty four fourteen fourth hospitalised hospitalized hundred hundreds hurt injure injured
    injures injuries injuring injury kidnapped kill killed killing killings kills lethal maimed million millions
    missing nine nineteen ninety number numbers people perish perished person persons rescued score scores second
    seven seventeen seventy six sixteen sixty slain survive survived survives survivor survivors ten third thirteen
    thirty thousand thousands three toll tolls total trapped twelve twenty two unharmed unhurt victim victims wound
    wounded wounding wounds zero
    """
)
"""What a toll is told in. It changes from report to report of one event and is alike in reports of different ones."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


CALENDAR_WORDS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | _words(
        """
    afternoon ago am apr aug bst cet daily day days dec earlier edt est evening feb fri gmt hour hours jan jul jun
    late mar midday midnight minute minutes mon month monthly months morning mornings night nights noon nov oct
    overnight pdt pm posted pst published recently sat sep sept sun thu thur thurs time times today tomorrow tonight
    tue tues updated utc wed week weekend weekly weeks year yearly years yesterday
    """
    )
)
"""When, in words: dates are a channel of their own."""

SILENT_WORDS = STOP_WORDS | TOLL_WORDS | CALENDAR_WORDS
