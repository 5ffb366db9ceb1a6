"""Which language a text is in."""

import pytest

from sayso.collect.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The spokesman said that nobody of that group is in the country."),
        ("en", "Taliban denies camps in Ghazni"),
        ("fa", "سخنگوی گروه گزارش را رد کرد و گفت که هیچ کس در کشور نیست"),
        ("ps", "د ډلې ویاند راپور رد کړ او ویې ویل چې هیڅوک په هېواد کې نشته"),
        ("ur", "تنظیم کے ترجمان نے کہا کہ ملک میں کوئی نہیں ہے اور رپورٹ جھوٹی ہے"),
        ("ar", "قال المتحدث باسم الحركة إن التقرير دعاية لا أساس لها من الصحة"),
        ("ru", "Представитель движения отверг доклад и заявил, что в стране никого нет."),
        ("zh", "他说报告是宣传，没有根据。该组织在阿富汗没有任何营地，也没有任何成员。"),
        ("fr", "Le porte-parole a nié que le réseau ait été établi à Kaboul."),
    ],
)
def test_languages_of_the_field_are_told_apart(language: str, text: str):
    assert language_of(text) == language


def test_a_few_letters_tell_no_language():
    assert language_of("QDe.132, 12/2024 - Kunar") is None
    assert language_of("") is None
