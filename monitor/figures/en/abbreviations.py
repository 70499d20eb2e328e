"""Words that carry a point without ending a sentence, and words that begin one."""

from __future__ import annotations

from monitor.figures.en.wordset import words

ALWAYS = words(
    """
    mr mrs ms messrs dr prof rev fr sr gen lt lieut col maj capt cmdr adm brig sgt cpl pvt pfc det insp supt const ofc
    spc gov sen rep reps sens pres amb hon atty asst dep dist secy min cong st ste mt ft vol approx vs rt hwy ave blvd
    """
)
"""Before a name or number: the point never ends the sentence."""

SOMETIMES = words(
    """
    jr inc corp ltd co bros etc jan feb apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri ala
    ariz ark calif colo conn del fla ga ind kan ky md mich minn mo mont neb nev okla pa penn tenn tex va vt wis wyo
    dept univ est
    """
)
"""The point may end the sentence as well: it does where a word that begins sentences follows."""

STARTERS = words(
    """
    the a an this that these those it its he she they we i you his her their our my there here in on at for from with
    by as but and or so if when while after before since although though however meanwhile police officials
    authorities according no not some many several most all both each one two three another other others what who
    where why how today yesterday earlier later last during also then now even about among between despite under over
    more investigators witnesses residents neighbors detectives officers deputies
    """
)
