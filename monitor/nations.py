"""Which country a word names: the country itself, or the adjective made from it."""

from __future__ import annotations

from collections.abc import Sequence

_NATIONS = """
afghanistan afghan; albania albanian; algeria algerian; andorra; angola angolan; argentina argentine argentinian;
armenia armenian; australia australian; austria austrian; azerbaijan azerbaijani azeri; bahamas bahamian;
bahrain bahraini; bangladesh bangladeshi; barbados; belarus belarusian; belgium belgian; belize; benin;
bhutan; bolivia bolivian; bosnia bosnian; botswana; brazil brazilian; brunei; bulgaria bulgarian;
burkina burkinabe; burundi burundian; cambodia cambodian; cameroon cameroonian; canada canadian; chad chadian;
chile chilean; china chinese; colombia colombian; congo congolese; croatia croatian; cuba cuban; cyprus cypriot;
czechia czech; denmark danish; djibouti; ecuador ecuadorian; egypt egyptian; eritrea eritrean; estonia estonian;
eswatini; ethiopia ethiopian; fiji fijian; finland finnish; france french; gabon; gambia gambian; georgia georgian;
germany german; ghana ghanaian; greece greek; guatemala guatemalan; guinea guinean; guyana; haiti haitian;
honduras honduran; hungary hungarian; iceland icelandic; india indian; indonesia indonesian; iran iranian;
iraq iraqi; ireland irish; israel israeli; italy italian; jamaica jamaican; japan japanese; jordan jordanian;
kazakhstan kazakh; kenya kenyan; kosovo kosovar; kuwait kuwaiti; kyrgyzstan kyrgyz; laos laotian; latvia latvian;
lebanon lebanese; lesotho; liberia liberian; libya libyan; lithuania lithuanian; luxembourg; madagascar malagasy;
malawi malawian; malaysia malaysian; maldives; mali malian; malta maltese; mauritania mauritanian; mauritius;
mexico mexican; moldova moldovan; monaco; mongolia mongolian; montenegro; morocco moroccan; mozambique mozambican;
myanmar burmese; namibia namibian; nepal nepalese nepali; netherlands dutch; nicaragua nicaraguan; niger nigerien;
nigeria nigerian; norway norwegian; oman omani; pakistan pakistani; palestine palestinian; panama panamanian;
paraguay paraguayan; peru peruvian; philippines philippine filipino; poland polish; portugal portuguese;
qatar qatari; romania romanian; russia russian; rwanda rwandan; samoa samoan; senegal senegalese; serbia serbian;
singapore singaporean; slovakia slovak; slovenia slovenian; somalia somali; spain spanish; sudan sudanese;
suriname; sweden swedish; switzerland swiss; syria syrian; taiwan taiwanese; tajikistan tajik; tanzania tanzanian;
thailand thai; togo togolese; tonga tongan; tunisia tunisian; turkey turkish turkiye; turkmenistan turkmen;
uganda ugandan; ukraine ukrainian; uruguay uruguayan; us usa american; uk britain british; uzbekistan uzbek;
vanuatu; venezuela venezuelan; vietnam vietnamese; yemen yemeni; zambia zambian; zimbabwe zimbabwean
"""
_PAIRS = {
    ("united", "states"): "us",
    ("united", "kingdom"): "uk",
    ("saudi", "arabia"): "saudi arabia",
    ("south", "africa"): "south africa",
    ("south", "african"): "south africa",
    ("south", "korea"): "south korea",
    ("south", "korean"): "south korea",
    ("north", "korea"): "north korea",
    ("north", "korean"): "north korea",
    ("new", "zealand"): "new zealand",
    ("sri", "lanka"): "sri lanka",
    ("sri", "lankan"): "sri lanka",
    ("sierra", "leone"): "sierra leone",
    ("el", "salvador"): "el salvador",
    ("costa", "rica"): "costa rica",
    ("costa", "rican"): "costa rica",
    ("ivory", "coast"): "ivory coast",
}
_NATION = {word: names.split()[0] for names in _NATIONS.split(";") for word in names.split()}
_NATION |= {"saudi": "saudi arabia", "salvadoran": "el salvador", "ivorian": "ivory coast"}


def nation_of(word: str) -> str | None:
    """The country that a plain lower-case word alone names."""
    return _NATION.get(word)


def nation_at(words: Sequence[str]) -> tuple[str, int, int] | None:
    """The country that the first such word or pair of words names, and where it stands. Words are plain lower case."""
    for at, word in enumerate(words):
        pair = _PAIRS.get((word, words[at + 1])) if at + 1 < len(words) else None
        if pair is not None:
            return pair, at, at + 2
        if word in _NATION:
            return _NATION[word], at, at + 1
    return None
