"""Pieces that rest on an answer are stale when it changes, and no others."""

from sayso.review.memory.notes import Notes


def test_a_piece_is_stale_when_an_answer_that_it_looked_up_changes():
    notes = Notes()
    names = notes.table()
    names.put("e1", "Kandor Front")
    assert notes.piece("f1", lambda: names["e1"]) == "Kandor Front"
    notes.piece("f2", lambda: names.get("e2"))
    names.put("e1", "The Kandor Front")
    assert notes.stale == {"f1"}


def test_an_answer_that_stays_the_same_makes_nothing_stale():
    notes = Notes()
    names = notes.table()
    names.become({"e1": "Kandor Front", "e2": "Žarko Đorđević"})
    notes.piece("f1", lambda: (names["e1"], "e2" in names))
    names.become({"e2": "Žarko Đorđević", "e1": "Kandor Front"})
    assert notes.stale == set()


def test_one_who_found_nothing_is_told_when_there_is_something():
    notes = Notes()
    names = notes.table()
    notes.piece("f1", lambda: names.get("e9", "nobody"))
    notes.piece("f2", lambda: "e9" in names)
    names.put("e9", "حركة كوهسار")
    assert notes.stale == {"f1", "f2"}


def test_one_who_found_something_is_told_when_it_is_taken_out():
    notes = Notes()
    names = notes.table()
    names.put("e1", "Kandor Front")
    notes.piece("f1", lambda: "e1" in names)
    names.exchange(["e1"], {"e2": "Zarvan Front"})
    assert notes.stale == {"f1"}


def test_equal_keys_of_two_tables_are_two():
    notes = Notes()
    names, authors = notes.table(), notes.table()
    notes.piece("f1", lambda: names.get("e1"))
    authors.put("e1", "e2")
    assert notes.stale == set()


def test_a_piece_that_was_worked_out_again_is_stale_no_longer():
    notes = Notes()
    names = notes.table()
    notes.piece("f1", lambda: names.get("e1"))
    names.put("e1", "Kandor Front")
    notes.piece("f1", lambda: names.get("e1"))
    assert notes.stale == set()
    names.put("e1", "Kandor's Front")
    assert notes.stale == {"f1"}
