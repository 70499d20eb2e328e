"""Nouns for people by nation, people or faith, each of them an adjective too: *12 Kurds*, *the Kurdish town* apart."""

from __future__ import annotations

from monitor.figures.en.wordset import words

PEOPLES = words(
    """
    abkhaz aborigine afghan african alawite albanian algerian american anglican angolan apache arab argentine
    argentinian armenian asian australian austrian aymara azerbaijani azeri bahamian bahraini baloch baluch
    bangladeshi baptist barbadian basque bedouin belarusian belgian belizean bengali beninese berber bhutanese
    black bolivian bosnian brazilian briton buddhist bulgarian burkinabe burmese burundian cambodian cameroonian
    canadian catalan catholic chadian chechen cherokee chilean chinese christian colombian comorian congolese
    copt corsican croat cuban cypriot czech dagestani dane djiboutian dominican druze dutchman ecuadoran
    ecuadorean ecuadorian egyptian emirati englishman eritrean estonian ethiopian european evangelical fijian
    filipino finn frenchman fulani gabonese gambian georgian german ghanaian greek grenadian guatemalan guinean
    gurkha guyanese gypsy haitian hazara hindu hispanic honduran hungarian hutu icelander indian indonesian
    ingush inuit iranian iraqi irishman israeli italian ivorian jamaican japanese jordanian kashmiri kazakh
    kenyan kikuyu korean kosovar kurd kuwaiti kyrgyz laotian latina latino latvian lebanese liberian libyan
    lithuanian luo lutheran luxembourger macedonian malagasy malawian malaysian maldivian malian maltese maori
    mapuche masai mauritanian mauritian maya methodist mexican miskito moldovan mongolian montenegrin mormon
    moroccan mozambican muslim namibian navajo nepalese nepali nicaraguan nigerian nigerien norwegian omani
    ossetian pakistani palestinian panamanian papuan paraguayan pashtun pentecostal peruvian pole portuguese
    protestant punjabi qatari quechua rohingya romanian russian rwandan salvadoran samoan sardinian saudi scot
    scotsman senegalese serb shia shiite sicilian sikh singaporean sinhalese slav slovak slovene slovenian
    somali soviet spaniard sudanese sunni surinamese swede swiss syrian taiwanese tajik tamil tanzanian thai
    tibetan togolese tongan trinidadian tuareg tunisian turk turkmen tutsi ugandan uighur ukrainian uruguayan
    uyghur uzbek venezuelan vietnamese welshman white xhosa yazidi yemeni yugoslav zairean zairian zambian
    zimbabwean zulu
    """
)
