"""Which texts the lexicon is for. All sentences were written for this file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.lexicon.language import function_words, has_lexicon

ENGLISH = {
    "news": "The ferry sank late on Monday with 41 people on board, the coastguard said in a statement.",
    "headlines": "Ferry sinks off northern coast: what we know\nMinister quits over deal\nFive held after port raid",
    "capitals": "FERRY SINKS OFF NORTHERN COAST AS STORM NEARS\nTWELVE DEAD AND MORE MISSING, SAY RESCUERS",
    "list": "Dead: 12\nInjured: 30\nMissing: 4\nHomes without power: 4,000\nSchools closed: 18 in the north",
    "numbers": "12 15 18 2,000 41.5 % 17:30",
    "names": "In Paris, Jean de la Tour of Le Courrier de la Mer met the mayor of Los Cedros, who is from El Faro.",
    "quoted": "The mayor said “nous sommes tous là” and left for the harbour, where the boats were waiting.",
    "short": "Ferry sinks",
    "accents": "Zoë’s café on the Île de Ré was closed by the flood, but the naïve façade of the church is dry.",
}
OTHERS = {
    "German": "Die Fähre sank am späten Montag vor der Küste, 41 Menschen waren an Bord, teilte die Wache mit.",
    "German headlines": "Fähre vor der Nordküste gesunken\nMinister tritt zurück\nFünf Festnahmen nach Razzia im Hafen",
    "French": "Le ferry a coulé lundi soir au large de la côte avec 41 personnes à bord, selon les garde-côtes.",
    "Spanish": "El transbordador se hundió el lunes frente a la costa con 41 personas a bordo, según la guardia.",
    "Portuguese": "A balsa afundou na segunda-feira ao largo da costa com 41 pessoas a bordo, disse a guarda.",
    "Italian": "Il traghetto è affondato lunedì sera al largo della costa con 41 persone a bordo, dice la guardia.",
    "Dutch": "De veerboot zonk maandagavond voor de kust met 41 mensen aan boord, zo meldt de kustwacht.",
    "Swedish": "Färjan sjönk sent på måndagen utanför kusten med 41 personer ombord, och flera av dem är saknade.",
    "Turkish": "Feribot pazartesi gecesi kıyı açıklarında battı ve gemide kırk bir kişi vardı, denildi.",
    "Hungarian": "A komp hétfő este elsüllyedt a part előtt, és a parti őrség szerint negyvenegy ember volt rajta.",
    "Finnish": "Lautta upposi myöhään maanantaina rannikon edustalla, ja kyydissä oli 41 ihmistä, kertoi vartiosto.",
    "Polish": "Prom zatonął późno w poniedziałek u wybrzeży, na pokładzie było 41 osób, a wiele z nich nie wróciło.",
    "Romanian": "Feribotul s-a scufundat luni seara în largul coastei, cu 41 de oameni la bord, și mulți sunt morți.",
    "Indonesian": "Kapal feri itu tenggelam pada Senin malam di lepas pantai dengan 41 orang di dalamnya, kata polisi.",
    "Vietnamese": "Chiếc phà bị chìm vào tối thứ Hai ngoài khơi, trên phà có 41 người và nhiều người trong số đó.",
    "Swahili": "Kivuko kilizama Jumatatu usiku karibu na pwani kikiwa na watu 41 ndani yake, wasema walinzi wa pwani.",
    "Icelandic": "Ferjan sökk seint á mánudag undan ströndinni með 41 mann um borð og er margra þeirra enn saknað.",
    "Russian": "Паром затонул поздно вечером в понедельник у побережья, на борту был 41 человек.",
    "Bengali": "সোমবার গভীর রাতে উপকূলের কাছে ফেরিটি ডুবে যায়, তাতে একচল্লিশ জন যাত্রী ছিলেন।",
    "Chinese": "周一深夜，渡轮在海岸附近沉没，船上有四十一人。海岸警卫队表示，搜救仍在继续。",
    "Arabic": "غرقت العبارة في وقت متأخر من يوم الاثنين قبالة الساحل وعلى متنها واحد وأربعون شخصا.",
    "Greek": "Το πλοίο βυθίστηκε αργά τη Δευτέρα ανοιχτά της ακτής με 41 επιβαίνοντες.",
    "short Russian": "Паром затонул",
}


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_is_read(kind: str) -> None:
    assert has_lexicon(ENGLISH[kind])


@pytest.mark.parametrize("kind", OTHERS)
def test_other_languages_are_not(kind: str) -> None:
    assert not has_lexicon(OTHERS[kind])


@pytest.mark.parametrize("kind", OTHERS)
def test_capitals_change_nothing(kind: str) -> None:
    assert not has_lexicon(OTHERS[kind].upper())


def test_an_english_article_that_quotes_another_language_is_english() -> None:
    assert has_lexicon(ENGLISH["news"] * 3 + OTHERS["Russian"] + OTHERS["French"])


def test_another_language_that_quotes_english_is_not() -> None:
    assert not has_lexicon((OTHERS["German"] + "\n") * 3 + "“The ferry sank,” he said.")


@given(st.text(max_size=200))
def test_any_text_has_an_answer_that_white_space_does_not_change(text: str) -> None:
    assert has_lexicon(text) is has_lexicon(" " + text.replace(" ", " \n ") + "\n")


def test_only_the_beginning_of_a_long_text_decides() -> None:
    assert has_lexicon(ENGLISH["news"] * 200 + OTHERS["Russian"] * 10_000)
    assert has_lexicon("the " * 1_000_000)


def test_no_word_speaks_for_two_sides() -> None:
    lists = [function_words(which) for which in ("en", "shared", "others")]
    assert all(lists)
    assert len(frozenset.union(*lists)) == sum(map(len, lists))
