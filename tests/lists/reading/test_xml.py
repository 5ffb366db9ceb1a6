"""An XML file becomes a tree whose tags are read without their namespaces."""

from sayso.lists.reading.xml import read_xml
from tests.lists.build import original


def test_tags_lose_their_namespaces_and_attributes_keep_theirs():
    content = '<l xmlns="urn:a" xmlns:b="urn:b"><b:e b:x="1" y="2"/><!-- no tag --></l>'

    tree = read_xml(original(content.encode()), repair=False)

    assert [element.tag for element in tree.root.iter()] == ["l", "e"]
    assert dict(tree.root[0].items()) == {"{urn:b}x": "1", "y": "2"}
    assert (tree.dropped, tree.remarks) == (0, ())
