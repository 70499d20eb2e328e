"""Each kind of change, a row a sentence of the rules: what was told before, what arrives, and what it changes."""

from __future__ import annotations

import pytest

from monitor.ledger import Rules
from monitor.model import Bounds, Claim, Modifier, Scope, Status
from tests.ledger.story import Story, claim, denial, written

Telling = tuple[Claim, ...]


def killed(number: str, source: str | None = None, **more: object) -> Telling:
    return (claim("killed", number, source, **more),)


def feared(number: str) -> Telling:
    return killed(number, status=Status.FEARED)


def hurt(number: str, source: str | None = None, **more: object) -> Telling:
    return (claim("injured", number, source, **more),)


FIRSTS = [
    ("a first number of killed is urgent", killed("12"), ["killed:first:urgent"]),
    ("of any other kind a notice", hurt("12"), ["injured:first:notice"]),
    ("one that is only alleged is a first", killed("1", "the front", status=Status.ALLEGED), ["killed:first:urgent"]),
    ("one that is feared is a notice", feared("30"), ["killed:first:notice"]),
    ("our own sum is a notice", killed("=5"), ["killed:first:notice"]),
    ("a ceiling is a number", hurt("<=36"), ["injured:first:notice"]),
    ("no number is no first", hurt("people"), []),
    ("zero is no first", hurt("0", "police"), []),
    ("unreported is no first", (claim("killed", "0", status=Status.UNREPORTED),), []),
    ("background is none", killed("612", scope=Scope.BACKGROUND, refers_to="the quake of 1990"), []),
    ("a threat is none", killed("9", scope=Scope.HYPOTHETICAL), []),
    ("a part is none", killed("3", group="children"), []),
    ("a denial alone is none", (denial("killed", "the army"),), []),
    ("what was withdrawn before it was known is none", killed("20", status=Status.RETRACTED), []),
]


@pytest.mark.parametrize(("claims", "changes"), [row[1:] for row in FIRSTS], ids=[row[0] for row in FIRSTS])
def test_first(claims: Telling, changes: list[str]) -> None:
    assert Story().tell(*claims) == changes


POLICE_12 = killed("12", "police")

CHANGES = [
    # repeat
    ("the same voice says it again", [POLICE_12], POLICE_12, []),
    ("or more loosely", [POLICE_12], killed("12+", "police"), []),
    ("at least fifty, then dozens", [hurt("50+", "police")], hurt("dozens", "police"), []),
    ("officials are police", [POLICE_12], killed("12", "officials"), []),
    # raised
    ("above a number", [POLICE_12], killed("15", "police"), ["killed:raised:urgent"]),
    ("whoever says so", [POLICE_12], killed("15", "a witness"), ["killed:raised:urgent"]),
    ("of the injured a notice", [hurt("12")], hurt("13"), ["injured:raised:notice"]),
    ("from above it, at least", [POLICE_12], killed("15+"), ["killed:raised:urgent"]),
    ("above the high of a vague word", [hurt("dozens")], hurt(">100"), ["injured:raised:notice"]),
    ("but not inside it", [hurt("dozens")], hurt("40+"), []),
    ("above the low of at least", [killed("12+")], killed("13"), ["killed:raised:urgent"]),
    ("a quarter above more than", [killed(">100")], killed("127"), ["killed:raised:urgent"]),
    ("less than a quarter is a detail", [killed(">100")], killed("125"), ["killed:refined:digest"]),
    ("above only one of two sides is none", [killed("36", "police"), killed(">100", "the front")], killed("50+"), []),
    ("a sum that is above is a notice", [POLICE_12], killed("=15", "police"), ["killed:raised:notice"]),
    ("alleged is enough", [POLICE_12], killed("15", "the front", status=Status.ALLEGED), ["killed:raised:urgent"]),
    ("above zero it is a first", [killed("0", "police")], killed("2"), ["killed:first:urgent"]),
    (
        "feared is above, and no more than a notice",
        [POLICE_12],
        feared("30"),
        ["killed:raised:notice"],
    ),
    (
        "what was feared does not hide the dead",
        [feared("30")],
        POLICE_12,
        ["killed:first:urgent"],
    ),
    # lowered
    (
        "by the voice that stood higher",
        [killed("15", "a witness")],
        killed("12", "a witness"),
        ["killed:lowered:notice"],
    ),
    ("by an authority", [killed("41", "a witness")], killed("~30", "police"), ["killed:lowered:notice"]),
    ("by anybody else it is disputed", [killed("41", "police")], killed("30", "a witness"), ["killed:disputed:notice"]),
    ("an open figure cannot lower", [killed("41", "police")], killed("30+", "police"), []),
    ("nor can zero", [killed("41", "police")], killed("0", "officials"), []),
    ("one person is one of those known", [killed("3", "police")], killed("1", "police"), []),
    # revised
    (
        "a voice that had denied any gives a number",
        [hurt("0", "minister"), hurt("dozens"), hurt(">100", "the front")],
        hurt("36", "minister"),
        ["injured:revised:notice"],
    ),
    (
        "but not one that others gave",
        [hurt("36", "police"), hurt(">100", "the front")],
        hurt("36", "the front"),
        [],
    ),
    (
        "nor a looser form of that",
        [hurt("36", "police"), hurt(">100", "the front")],
        hurt("~36", "the front"),
        [],
    ),
    # refined
    ("a number meets a vague word", [hurt("dozens")], hurt("50", "police"), ["injured:refined:digest"]),
    ("and an open one", [hurt(">200")], hurt("249"), ["injured:refined:digest"]),
    ("the vague word then counts no more", [hurt("dozens"), hurt("50")], hurt("80"), ["injured:raised:notice"]),
    ("whoever said it", [hurt("dozens"), hurt("dozens"), hurt("50")], hurt("80"), ["injured:raised:notice"]),
    ("nor if it came after the number", [hurt("110"), hurt(">100")], hurt("120"), ["injured:raised:notice"]),
    # confirmed
    (
        "an authority asserts what was alleged",
        [killed("2", "the front", status=Status.ALLEGED)],
        killed("2", "police"),
        ["killed:confirmed:urgent"],
    ),
    (
        "an authority finds what was feared",
        [feared("2")],
        killed("2", "coroner"),
        ["killed:confirmed:urgent"],
    ),
    ("no party does", [killed("2", "the front", status=Status.ALLEGED)], killed("2", "a witness"), []),
    (
        "a voice that denied it does",
        [hurt("0", "the army", status=Status.DENIED), hurt("7", "a witness")],
        hurt("7", "the army"),
        ["injured:confirmed:notice"],
    ),
    ("once is enough", [killed("2", status=Status.ALLEGED), killed("2", "police")], killed("2", "coroner"), []),
    # denied, disputed
    ("a known figure is denied", [POLICE_12], (denial("killed", "the army"),), ["killed:denied:notice"]),
    ("without a number too", [POLICE_12], (denial("killed", "the army", "any"),), ["killed:denied:notice"]),
    (
        "a second denial is counted",
        [POLICE_12, (denial("killed", "the army"),)],
        (denial("killed", "the navy"),),
        [],
    ),
    (
        "the first of an authority is told again",
        [killed("12", "a witness"), (denial("killed", "the army"),)],
        (denial("killed", "ministry of health"),),
        ["killed:denied:notice"],
    ),
    (
        "another's number is disputed",
        [killed("100", "the front")],
        (claim("killed", "100", "police", status=Status.DISPUTED),),
        ["killed:disputed:notice"],
    ),
    (
        "a number between two sides contradicts both",
        [hurt("36", "police"), hurt(">100", "the front")],
        hurt("50", "a witness"),
        ["injured:disputed:notice"],
    ),
    (
        "more of the same are counted",
        [hurt("36", "police"), hurt(">100", "the front"), hurt("50", "a witness")],
        hurt("60", "another witness"),
        [],
    ),
    (
        "the first of an authority is told again, too",
        [hurt("36", "police"), hurt(">100", "the front"), hurt("50", "a witness")],
        hurt("60", "hospital"),
        ["injured:disputed:notice"],
    ),
    ("a vague word contradicts nothing", [hurt("200", "police")], hurt("dozens", "a witness"), []),
    # corroborated
    ("another origin gives a known figure", [POLICE_12], killed("12"), []),
    ("or one that agrees with it", [killed("~30", "police")], killed("30", "a witness"), []),
    ("an old number does not come back", [POLICE_12, killed("15", "police")], killed("12", "a witness"), []),
    ("not even from its own voice", [POLICE_12, killed("15", "police")], POLICE_12, []),
]


@pytest.mark.parametrize(("before", "claims", "changes"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_change(before: list[Telling], claims: Telling, changes: list[str]) -> None:
    story = Story()
    for told in before:
        story.tell(*told)
    assert story.tell(*claims) == changes
    assert story.tell(*claims) == [], "told twice"


def test_a_first_number_against_a_standing_zero_tells_both() -> None:
    story = Story()
    story.tell(denial("injured", "the army"))
    story.tell(claim("injured", "7", "a witness"))
    (change,) = story.last.changes
    assert (change.before, change.after, change.against) == (Bounds(0, 0), Bounds(7, 7), ("army",))
    assert "army had said none" in change.reason


def test_a_denial_beside_a_first_number_is_told_in_it() -> None:
    story = Story()
    assert story.tell(claim("killed", "1", "the front"), denial("killed", "minister")) == ["killed:first:urgent"]
    (change,) = story.last.changes
    assert change.against == ("minister",)
    assert change.reason.endswith("denied by minister")
    assert story.tell(denial("killed", "police")) == []


def test_an_old_event_is_a_notice() -> None:
    story = Story()
    told = story.report(claim("killed", "3"))
    assert told.at is not None
    long_ago = told.at.replace(year=2020)
    assert Story().tell(claim("killed", "3"), event_at=long_ago) == ["killed:first:notice"]
    assert Story().tell(claim("killed", "3"), event_at=told.at) == ["killed:first:urgent"]


@pytest.mark.parametrize(("hurt_now", "change"), [("8", "injured:lowered:notice"), ("2", "injured:disputed:notice")])
def test_injured_who_have_died_are_told_with_the_dead(hurt_now: str, change: str) -> None:
    story = Story()
    story.tell(claim("killed", "1", "police"), claim("injured", "10", "police"))
    assert story.tell(claim("killed", "3", "police"), claim("injured", hurt_now, "a witness")) == [
        "killed:raised:urgent",
        change,
    ]


def test_before_and_after_name_the_figures_that_were_compared() -> None:
    story = Story()
    story.tell(claim("injured", "dozens"))
    story.tell(claim("injured", ">100", "the front"))
    (change,) = story.last.changes
    assert (written(change.before), written(change.after), change.voice) == ("24..99", "101..", "front")
    assert change.against == ("Paper 1",)
    assert change.claim == 0


def test_an_article_is_taken_at_its_strongest_change() -> None:
    story = Story()
    story.tell(claim("injured", "dozens"))
    claims = [
        claim("injured", "50", "police"),
        claim("injured", "<=36", "the front"),
        claim("injured", ">100", "the front"),
    ]
    assert story.tell(*claims) == ["injured:raised:notice"]
    assert [verdict.told for verdict in story.last.verdicts] == [False, False, True]
    assert story.standing("injured") == {"police": "50", "front": "101..", "Paper 1": "24..99"}


def test_a_sum_yields_to_a_number_that_the_same_voice_states() -> None:
    story = Story()
    story.tell(claim("injured", "=36", "police"), claim("injured", "40", "police"))
    assert story.standing("injured") == {"police": "40"}


def test_the_articles_own_total_beats_a_part_that_was_read_beside_it() -> None:
    story = Story()
    story.tell(claim("killed", "12", "police"))
    assert story.tell(claim("killed", "12", "police"), claim("killed", "3"), totals={"killed": Bounds(12, 12)}) == []
    assert [verdict.reason for verdict in story.last.verdicts][1] == "weaker than another number of the same article"


def test_a_bystanders_smaller_number_beside_the_total_is_a_part_and_an_authoritys_is_not() -> None:
    story = Story()
    story.tell(claim("injured", "100"))
    totals = {"injured": Bounds(100, 100)}
    assert story.tell(claim("injured", "100"), claim("injured", "3", "a witness"), totals=totals) == []
    assert story.tell(claim("injured", "100"), claim("injured", "36", "police"), totals=totals) == [
        "injured:lowered:notice"
    ]


def test_a_larger_number_that_no_one_is_named_for_beside_the_total_is_of_something_else() -> None:
    story = Story()
    story.tell(claim("killed", "1", "police"))
    totals = {"killed": Bounds(1, 1)}
    assert story.tell(claim("killed", "1", "police"), claim("killed", "2"), totals=totals) == []
    assert story.last.verdicts[1].reason == "weaker than another number of the same article"
    assert story.tell(claim("killed", "1", "police"), claim("killed", "5", "the front"), totals=totals) == [
        "killed:raised:urgent"
    ]


def test_a_number_that_a_headline_gives_and_the_text_ascribes_is_the_sources() -> None:
    story = Story()
    assert story.tell(claim("killed", "12"), claim("killed", "12", "police")) == ["killed:first:urgent"]
    assert {verdict.name for verdict in story.last.verdicts} == {"police"}
    assert story.last.changes[0].claim == 1


def test_every_claim_gets_a_verdict_that_says_why() -> None:
    story = Story()
    story.tell(claim("killed", "12", "police"))
    story.tell(
        claim("killed", "12", "police"),
        claim("killed", "12"),
        claim("killed", "900", scope=Scope.BACKGROUND, refers_to="the quake of 1990"),
        claim("killed", "2", group="children"),
        claim("injured", "people"),
        claim("missing", "0", status=Status.UNREPORTED),
    )
    said = [(str(verdict.change), verdict.reason) for verdict in story.last.verdicts]
    assert said == [
        ("repeat", "police has given this number before"),
        ("repeat", "police has given this number before"),
        ("None", "background: of the quake of 1990"),
        ("first", "a part of the total: the story's first number"),
        ("None", "no number is stated"),
        ("None", "unreported: stands for nothing, denies nothing"),
    ]
    assert [verdict.claim for verdict in story.last.verdicts] == list(range(6))


def test_severities_are_the_users() -> None:
    story = Story(Rules(urgent_kinds=("missing",), rise=0.5))
    assert story.tell(claim("killed", ">100"), claim("missing", "4")) == ["killed:first:notice", "missing:first:urgent"]
    assert story.tell(claim("killed", "140")) == ["killed:refined:digest"]


def test_modifiers_do_not_make_two_figures_of_one() -> None:
    story = Story()
    story.tell(claim("killed", "12+", "police"))
    story.tell(
        Claim("killed", 12, None, Modifier.MORE_THAN, Status.ASSERTED, Scope.EVENT, "", None, None, source="police")
    )
    assert len(story.known.figures) == 1
