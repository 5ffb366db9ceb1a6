"""The UAE's local list is read whole, or refused. All parties are invented."""

import csv
import io
from dataclasses import replace

import pytest

from sayso.errors import BadListRelease
from sayso.lists.national.uae import UaeList
from sayso.lists.reading.files import content_of, media_type_of
from sayso.model.lists import DateInterval, ListedAct, ListedAddress, ListedDocument, ListRelease
from tests.lists.build import original
from tests.lists.workbooks import workbook_of

HEADER = (
    "الأفراد المدرجين في قائمة الإرهاب المحلية,,,,,,,,,,,,,,,,,,\n"
    "أولاً- المعلومات الرئيسية ,,,,,,,,,ثانيًا,ثالثًا,,,رابعًا,,,,,سادسًا\n"
    '#,التصنيف,الجنسية,اسم العائلة (بالحروف العربية),"اسم العائلة\n (بالحروف اللاتينية)",'
    "الاسم الكامل (بالحروف العربية),الاسم الكامل (بالحروف اللاتينية),تاريخ الميلاد ,مكان الميلاد,"
    "الاسم,الشارع   ,المدينة,الدولة,النوع ,رقم الوثيقة     ,جهة الإصدار    ,تاريخ الإصدار ,"
    "تاريخ الانتهاء,معلومات أخرى\n"
)
DECISION = "مدرج بموجب قرار مجلس الوزراء رقم (901) لسنة 2017"
ROW = (
    "1,شخص إرهابي,زرلند,تولواك,TOLWAK ,زرمست تولواك ,ZARMAST  TOLWAK ,13-07-1989,زروان,"
    "زرمست تولواك (أبو زد),-,زروان,زرلند,جواز سفر,Z901,زرلند,29-05-2012,28/05/2022,"
) + DECISION


def read(*rows: str, published: str | None = "2026-01-02") -> ListRelease:
    content = (HEADER + "\n".join(rows)).encode("utf-8-sig")
    return UaeList().read(original(content, "ae.csv"), published=published, repair=False)


def test_a_row_is_an_entry_with_a_reference_made_of_name_and_decision():
    [entry] = read(ROW).entries

    assert (entry.id, entry.schema) == ("ae:ZARMAST-TOLWAK-901-2017", "Person")
    assert [(n.text, n.kind, n.script) for n in entry.names] == [
        ("ZARMAST TOLWAK", "primary", "Latn"),
        ("زرمست تولواك", "original", "Arab"),
        ("زرمست تولواك (أبو زد)", "aka", "Arab"),
    ]
    assert entry.births == (
        DateInterval(start="1989-07-13", end="1989-07-13", surface="13-07-1989"),
    )
    assert entry.birth_places == (ListedAddress(city="زروان"),)
    assert entry.addresses == (ListedAddress(city="زروان", country="زرلند"),)
    assert entry.documents == (
        ListedDocument(
            type="جواز سفر",
            number="Z901",
            issuing_country="زرلند",
            issued_on="2012-05-29",
            note="valid to 2022-05-28",
        ),
    )
    assert (entry.acts, entry.questions) == ((ListedAct(title=DECISION),), ())
    assert entry.measures == ("assets_freeze",)


def test_a_dash_is_nothing_and_another_type_is_asked_about():
    [entry] = read("2,كيان,-,-,-,جبهة كندور,-,-,-,جبهة كندور,-,-,-,-,-,-,-,-,-").entries

    assert [(n.text, n.kind) for n in entry.names] == [("جبهة كندور", "primary")]
    assert (entry.schema, entry.births, entry.documents, entry.addresses) == (
        "LegalEntity",
        (),
        (),
        (),
    )
    assert entry.questions == ("no such type of party: 'كيان'",)


BODY_HEADER = (
    *("#", "التصنيف", "الاسم الكامل (باللغة العربية)", "الاسم الكامل (بالحروف اللاتينية)", "المقر"),
    *("رقم الرخصة", "انتهاء الترخيص", "قرار الإدراج", "ملاحظات"),
)
BODY = (
    *("1", "تنظيم إرهابي", "جبهة كندور", "KANDOR FRONT", "زروان", "901", "28/05/2022"),
    *(DECISION, "لا شيء"),
)


def read_book(**sheets: list[tuple[str, ...]]) -> ListRelease:
    content = workbook_of(sheets)
    return UaeList().read(original(content, "ae.xlsx"), published="2026-01-02", repair=False)


def test_organisations_stand_on_a_sheet_of_their_own_and_whoever_was_taken_off_is_no_entry():
    persons = [tuple(line) for line in csv.reader(io.StringIO(HEADER + ROW))]
    taken_off = [(*BODY_HEADER, "قرار رفع الإدراج"), ("1", "كيان إرهابي", "زرمس", *"-" * 7)]
    release = read_book(
        **{
            "الأفراد": persons,
            "التنظيمات": [("", ""), BODY_HEADER, BODY],
            "رفع الإدراج - كيانات": taken_off,
        }
    )

    body, person = release.entries
    assert (person.id, person.schema) == ("ae:ZARMAST-TOLWAK-901-2017", "Person")
    assert (body.id, body.schema) == ("ae:KANDOR-FRONT-901-2017", "Organization")
    assert [(n.text, n.kind) for n in body.names] == [
        ("KANDOR FRONT", "primary"),
        ("جبهة كندور", "original"),
    ]
    assert body.addresses == (ListedAddress(city="زروان"),)
    assert body.documents == (
        ListedDocument(type="رقم الرخصة", number="901", note="valid to 2022-05-28"),
    )
    assert body.acts == (ListedAct(title=DECISION),)
    assert (body.remarks, body.questions) == (f"{DECISION}\nلا شيء", ())
    assert release.remarks[1:] == ("no entries: 1 parties that were taken off the list",)


def test_sheets_that_were_saved_as_csv_are_read_together_and_a_missing_one_is_told():
    bodies = "".join(",".join(row) + "\n" for row in (BODY_HEADER, BODY))
    files = [("persons.csv", (HEADER + ROW).encode()), ("bodies.csv", bodies.encode())]

    def remarks(content: bytes) -> tuple[int, bool]:
        given = replace(original(content, "ae"), media_type=media_type_of(content))
        release = UaeList().read(given, published="2026-01-02", repair=False)
        return len(release.entries), any("no organisations" in r for r in release.remarks)

    assert remarks(content_of(files, max_bytes=10**6)) == (2, False)
    assert remarks(content_of(files[:1], max_bytes=10**6)) == (1, True)


@pytest.mark.parametrize(
    ("rows", "published", "told"),
    [
        ((ROW,), None, "states no date"),
        ((), "2026-01-02", "no entries"),
        ((ROW, ROW[:60]), "2026-01-02", r"ae\.csv, line 6: \d+ cells under 19 columns"),
        (("1" + ",-" * 18,), "2026-01-02", "line 5: no name"),
    ],
)
def test_what_is_no_whole_list_is_refused(rows: tuple[str, ...], published: str | None, told: str):
    with pytest.raises(BadListRelease, match=told):
        read(*rows, published=published)
