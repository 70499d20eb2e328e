"""Countries and the adjectives made from them."""

from __future__ import annotations

from collections.abc import Sequence

_PAIRS = """
afghanistan afghan|albania albanian|algeria algerian|angola angolan|argentina argentine|armenia armenian|
australia australian|austria austrian|azerbaijan azerbaijani|bahrain bahraini|bangladesh bangladeshi|belarus belarusian|
belgium belgian|benin beninese|bhutan bhutanese|bolivia bolivian|bosnia bosnian|botswana botswanan|brazil brazilian|
britain british|bulgaria bulgarian|burundi burundian|cambodia cambodian|cameroon cameroonian|canada canadian|
chad chadian|
chile chilean|china chinese|colombia colombian|congo congolese|croatia croatian|cuba cuban|cyprus cypriot|
denmark danish|
djibouti djiboutian|ecuador ecuadorean|egypt egyptian|eritrea eritrean|estonia estonian|ethiopia ethiopian|fiji fijian|
finland finnish|france french|gabon gabonese|gambia gambian|germany german|ghana ghanaian|greece greek|
guatemala guatemalan|guinea guinean|guyana guyanese|haiti haitian|honduras honduran|hungary hungarian|iceland icelandic|
india indian|indonesia indonesian|iran iranian|iraq iraqi|ireland irish|israel israeli|italy italian|jamaica jamaican|
japan japanese|jordan jordanian|kazakhstan kazakh|kenya kenyan|kosovo kosovar|kuwait kuwaiti|kyrgyzstan kyrgyz|
laos laotian|
latvia latvian|lebanon lebanese|liberia liberian|libya libyan|lithuania lithuanian|luxembourg luxembourgish|
macedonia macedonian|madagascar malagasy|malawi malawian|malaysia malaysian|mali malian|malta maltese|
mauritania mauritanian|mauritius mauritian|mexico mexican|moldova moldovan|mongolia mongolian|montenegro montenegrin|
morocco moroccan|mozambique mozambican|myanmar myanmar|burma burmese|namibia namibian|nepal nepalese|netherlands dutch|
nicaragua nicaraguan|niger nigerien|nigeria nigerian|norway norwegian|oman omani|pakistan pakistani|
palestine palestinian|
panama panamanian|paraguay paraguayan|peru peruvian|philippines philippine|poland polish|portugal portuguese|
qatar qatari|
romania romanian|russia russian|rwanda rwandan|senegal senegalese|serbia serbian|singapore singaporean|slovakia slovak|
slovenia slovenian|somalia somali|spain spanish|sudan sudanese|sweden swedish|switzerland swiss|syria syrian|
taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai|togo togolese|tunisia tunisian|turkey turkish|
turkiye turkish|türkiye turkish|turkmenistan turkmen|uganda ugandan|ukraine ukrainian|uruguay uruguayan|
uzbekistan uzbek|
venezuela venezuelan|vietnam vietnamese|yemen yemeni|zambia zambian|zimbabwe zimbabwean|scotland scottish|wales welsh|
england english|greenland greenlandic|samoa samoan|tonga tongan|vanuatu vanuatuan|maldives maldivian|eswatini swazi|
lesotho basotho|america american|u.s. american|us american|usa american|uk british|u.k. british
"""

ADJECTIVES = dict(pair.split() for pair in _PAIRS.replace("\n", "").split("|"))
"""Country to adjective, both in lower case; countries of one word only."""

NATIONAL = {adjective: adjective for adjective in ADJECTIVES.values()} | {
    "filipino": "philippine", "argentinian": "argentine", "ecuadorian": "ecuadorean", "salvadoran": "salvadoran",
    "dominican": "dominican", "uae": "emirati", "emirati": "emirati", "saudi": "saudi", "bosnian": "bosnian",
    "lankan": "sri lankan", "rican": "puerto rican", "zealander": "new zealand", "korean": "korean",
}  # fmt: skip
"""Adjective to the adjective in use."""

TWO_WORDS = {
    ("new", "zealand"): "new zealand", ("sri", "lanka"): "sri lankan", ("south", "africa"): "south african",
    ("south", "african"): "south african", ("sri", "lankan"): "sri lankan", ("south", "korea"): "south korean",
    ("south", "korean"): "south korean", ("north", "korea"): "north korean", ("north", "korean"): "north korean",
    ("saudi", "arabia"): "saudi", ("united", "states"): "american", ("united", "kingdom"): "british",
    ("el", "salvador"): "salvadoran", ("costa", "rica"): "costa rican", ("costa", "rican"): "costa rican",
    ("puerto", "rico"): "puerto rican", ("puerto", "rican"): "puerto rican", ("sierra", "leone"): "sierra leonean",
    ("burkina", "faso"): "burkinabe", ("ivory", "coast"): "ivorian", ("czech", "republic"): "czech",
    ("dominican", "republic"): "dominican", ("hong", "kong"): "hong kong", ("papua", "new"): "papua new guinean",
    ("east", "timor"): "east timorese", ("south", "sudan"): "south sudanese", ("south", "sudanese"): "south sudanese",
}  # fmt: skip
"""Countries and adjectives of two words."""

_ELSEWHERE = {
    "british": frozenset({"columbia", "virgin"}), "mexico": frozenset({"new"}), "england": frozenset({"new"}),
    "guinea": frozenset({"new"}), "indian": frozenset({"ocean", "river", "wells"}), "american": frozenset({"samoa"}),
    "wales": frozenset({"south", "prince"}), "jordan": frozenset({"river", "valley"}), "panama": frozenset({"city"}),
    "lebanon": frozenset({"county"}),
}  # fmt: skip
"""Words of a country that name another place beside these: *British Columbia*, *New Mexico*."""

SINGLE = NATIONAL | ADJECTIVES
_FIRSTS = frozenset(first for first, _ in TWO_WORDS)
NATION_WORDS = SINGLE.keys() | _FIRSTS
"""Every word that a country or its adjective may begin with."""


def nation(lows: Sequence[str]) -> str | None:
    """The adjective of the first country that the words name, in lower case."""
    for at, low in enumerate(lows):
        if low in _ELSEWHERE and not _ELSEWHERE[low].isdisjoint((*lows[max(0, at - 1) : at], *lows[at + 1 : at + 2])):
            continue
        if low in _FIRSTS and at + 1 < len(lows) and (low, lows[at + 1]) in TWO_WORDS:
            return TWO_WORDS[low, lows[at + 1]]
        if low in SINGLE:
            return SINGLE[low]
    return None
