"""Spellings of one name-word, small words within names, titles and legal forms."""

from collections.abc import Mapping
from typing import Final

#: Usual spelling → others in small ASCII letters; only what vowels and doubled letters do not
#: already explain. Collected by hand from the aliases of the UN list.
_SPELLINGS: Final = """
abd: abdul abdel abdal abdou
abu: abou aboo abi abo
ahmad: ahmed ahmet akhmad akhmed ahmat
ali: aly
allah: ullah
bakr: bakar bakir bekr baker
hamza: hamzah khamza
harakat: harkat haraket harakah
hasan: hassan hassen hasen
hajji: haji hadji haj hajj hac
husayn: hussain hussein husain hosein hossein hussayn hocine husein hussin hosain houcine khusein
ibrahim: brahim ibraheem ebrahim ibragim
ismail: ismael ismaeel esmail
jamaat: jemaah jamaah jamat jama jamaa jemmah jamma jamaati jamaiat djamaat dzhamaat jamaatu
 jammaatu
jaysh: jaish jeish gaish
khalid: khaled halid
lashkar: laskar lashkari
mahmud: mahmoud mehmood mahmood mehmud makhmud
masud: massoud masood massud mesud
mawlawi: maulavi maulawi mawlavi molavi moulavi maulvi mowlawi
muhammad: mohammed mohammad mohamed mohamad mohamet mahomed mehmet mahmad mohmand muhamad muhammed
 muhamed mouhamad mouhamed mokhammed magomed mukhammad mohammod mohd mamadou
mujahidin: mujahideen mujahedin mojahedin mujaahidiin mujahidun muhajedin
mullah: mulla mollah mola mullo
mustafa: mostafa moustafa mustapha mustafo
nusra: nusrah nusrat
qaida: qaeda qaidah kaida qaidat
rahman: rehman rakhman rahmane rahmaan
said: saeed saied sayid sayeed saiid
sharia: charia shariah shariat
shaykh: sheikh cheikh shaikh sheik sheykh
sulayman: suleiman sulaiman soleiman suleyman soleyman souleiman sulejman sulaymaan
tehrik: tahrik tehreek tahreek
usama: osama oussama
usman: uthman osman othman ousmane uthmaan
yahya: yahia yehia
yusuf: youssef yousef yousaf yousuf yusef youcef yosef
zakariya: zakaria zakariyya
"""


def _read(table: str) -> Mapping[str, str]:
    """Give the usual spelling of each; a usual spelling stands for itself."""
    usual, spellings = "", {}
    for word in table.split():
        if word.endswith(":"):
            usual = word[:-1]
        spellings[word.rstrip(":")] = usual
    return spellings


#: A spelling in small ASCII letters → the usual one.
USUAL_SPELLING: Final = _read(_SPELLINGS)

#: Beginnings and endings that are words of their own when they are written apart: "Abdurrahman" is
#: "Abd al-Rahman", "Nasiruddin" is "Nasir al-Din".
GLUED_BEGINNINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "abd": ("abdul", "abdal", "abdel", "abdur", "abdus", "abder", "abdar", "abdes", "abd"),
    "abu": ("abu", "abou"),
}
GLUED_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "din": (
        "uddin",
        "addin",
        "eddin",
        "uldin",
        "aldin",
        "eldin",
        "uddeen",
        "eddine",
        "oddin",
        "din",
    ),
    "allah": ("ullah", "oullah", "ollah", "allah"),
}

#: Words that make one name with the word before or after them: "Abdul Rahman", "Nasir ud-Din".
HALF_NAMES: Final = frozenset({"abd", "abu", "din", "ala"})

#: Small words within a name that count as nothing. Those of the second row are also English words:
#: they count as small words only before a hyphen or an apostrophe ("as-Salihin").
ARTICLES: Final = frozenset({"al", "el", "ul", "il"})
ARTICLES_BEFORE_HYPHEN: Final = frozenset({"an", "ar", "as", "at", "ad", "az", "ash", "us", "ud"})
CONNECTIVES: Final = frozenset(
    {"e", "i", "ur", "bin", "ibn", "ben", "bint", "ould", "ouled", "the", "la", "le", "les"}
)
#: Small words that say something, by what they say: "Al-Qaida in Iraq" is not "Al-Qaida and Iraq".
JOINTS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("of", "in", "for", "de", "des", "du", "fi", "pour"), "of"),
    **dict.fromkeys(("and", "et", "wa", "wal"), "and"),
}

#: Words of address: they tell little apart.
TITLES: Final = frozenset(
    {"mullah", "mawlawi", "maulana", "mufti", "hajji", "qari", "ustad", "shaykh", "sayyid", "syed"}
    | {"dr", "doctor", "general", "gen", "colonel", "col", "major", "mr"}
    | {"commander", "captain", "imam", "emir", "amir", "hafiz", "engineer"}
)
