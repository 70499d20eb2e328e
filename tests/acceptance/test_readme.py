"""What the README shows is what the program prints."""

from __future__ import annotations

import textwrap

from tests.acceptance.program import ROOT, run


def test_the_digest_in_the_readme_is_the_digest_of_the_recorded_story() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    begins = readme.index("    Digest. Figures: all sides.")
    shown = textwrap.dedent(readme[begins : readme.index("\n\n`monitor why ALERT`", begins)])
    printed = run("replay", ROOT / "seeds" / "agency").stdout.decode()
    assert [line.rstrip() for line in printed.rstrip().splitlines()] == shown.splitlines()
