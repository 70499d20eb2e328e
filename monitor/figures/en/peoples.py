"""Nouns for people by nation, people or faith, each of them an adjective too: *12 Kurds*, *the Kurdish town* apart."""

from __future__ import annotations

from monitor.figures.en.wordset import words

PEOPLES = words(
    """
    american russian ukrainian israeli palestinian iraqi iranian afghan pakistani indian chinese japanese korean
    vietnamese thai filipino indonesian malaysian australian canadian briton englishman scot irishman frenchman
    german italian spaniard portuguese pole turk greek egyptian libyan tunisian algerian moroccan sudanese
    somali ethiopian kenyan nigerian ghanaian angolan mexican colombian peruvian chilean argentine argentinian
    brazilian bolivian ecuadoran ecuadorian venezuelan panamanian nicaraguan salvadoran honduran guatemalan
    cuban dominican haitian syrian lebanese jordanian saudi yemeni kuwaiti kurd swede dane norwegian finn
    dutchman belgian austrian swiss hungarian czech romanian bulgarian serb croat bosnian albanian european
    african asian latino latina hispanic black white ecuadorean azeri azerbaijani armenian georgian chechen
    ossetian abkhaz dagestani ingush belarusian lithuanian latvian estonian moldovan slovak slovene slovenian
    macedonian montenegrin kosovar cypriot maltese icelander luxembourger basque catalan sicilian sardinian
    corsican ugandan rwandan burundian tanzanian mozambican zambian zimbabwean malawian namibian congolese
    zairian zairean gabonese cameroonian chadian nigerien malian senegalese gambian guinean liberian ivorian
    togolese beninese mauritanian eritrean djiboutian malagasy mauritian comorian bangladeshi burmese cambodian
    laotian singaporean taiwanese mongolian nepalese nepali tibetan bhutanese omani qatari emirati bahraini
    fijian samoan tongan papuan maori jamaican trinidadian barbadian bahamian guyanese surinamese belizean
    paraguayan uruguayan grenadian kazakh kyrgyz turkmen uzbek tajik pashtun hazara baluch punjabi kashmiri
    bengali gurkha uighur uyghur rohingya tamil sinhalese hutu tutsi zulu xhosa kikuyu luo masai berber tuareg
    bedouin arab yugoslav soviet slav gypsy inuit cherokee navajo apache mapuche quechua aymara miskito
    aborigine scotsman welshman catholic protestant mormon lutheran anglican baptist methodist pentecostal
    evangelical sunni shiite shia alawite druze copt hindu sikh buddhist christian muslim
    """
)
