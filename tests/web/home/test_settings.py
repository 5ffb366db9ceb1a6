"""What a project is, to whom it is told, and whose names are watched."""

from pathlib import Path

from sayso.settings import CONFIG_NAME, load
from sayso.web.app import application
from sayso.web.terms import Role, Terms
from tests.web.project import begun, settled
from tests.web.standing import HERE, TestClient, bearing, client, detail


def page(folder: Path, **stated: str) -> TestClient:
    environ = {f"SAYSO_{name.upper()}": value for name, value in stated.items()}
    settings = load({"project": str(folder)}, environ, folder)
    terms = Terms(token="own", others={"reads": Role.READER}, settings=settings)  # noqa: S106
    app = application(settled().bench, terms)
    return TestClient(app, base_url=HERE, headers=bearing("own"), raise_server_exceptions=False)


def test_settings_are_told_with_their_origin_and_secrets_are_not(tmp_path: Path):
    told = page(tmp_path, model_key="own", thresholds="0.6 un=0.7").get("/api/v1/settings").json()
    rows = {row["name"]: row for row in told["settings"]}
    assert (rows["thresholds"]["value"], rows["thresholds"]["origin"]) == (
        "0.6 un=0.7",
        "environment",
    )
    assert rows["model_key"]["value"] == "(set)"
    assert told["place"]["folder"] == str(tmp_path.resolve())
    assert told["screening"]["lists"] == [
        {"authority": "un", "release": "un@2024-06-01", "threshold": 0.7, "own": True}
    ]


def test_a_reader_is_told_no_folder_and_no_setting(tmp_path: Path):
    told = page(tmp_path).get("/api/v1/settings", headers=bearing("reads")).json()
    assert (told["role"], told["place"], told["settings"]) == ("reader", None, [])


def test_names_are_screened_on_the_terms_of_the_settings(tmp_path: Path):
    query = {"queries": [{"query": "Zarmast Tolwakow"}]}
    usual = page(tmp_path).post("/api/v1/screenings", json=query).json()
    [[one]] = [row["results"] for row in usual["results"]]
    high = page(tmp_path, thresholds=f"un={min(1.0, one['probability'] + 0.01):.2f}")
    assert high.post("/api/v1/screenings", json=query).json()["results"][0]["results"] == []
    asked = {**query, "threshold": 0.1}
    assert high.post("/api/v1/screenings", json=asked).json()["results"][0]["results"]


def test_a_pair_set_apart_stays_so_where_fields_are_left_out(tmp_path: Path):
    settings = load({"project": str(tmp_path)}, {"SAYSO_WITHOUT": "birth"}, tmp_path)
    app = application(begun().bench, Terms(settings=settings))
    asked = TestClient(app, base_url=HERE)
    query = {"query": "Zarmast Tolwak", "dob": "1970"}
    signed = {"by": "Ada Okoye", "reason": "another person"}
    told = asked.post("/api/v1/clearings", json={"query": query, "entry": "un:QDi.901", **signed})
    assert told.status_code == 201, told.text
    [row] = asked.post("/api/v1/screenings", json={"queries": [query]}).json()["results"]
    assert [one["entry"] for one in row["cleared"]] == ["un:QDi.901"]


def test_a_name_is_watched_with_a_reason_and_no_more_with_another():
    asked = client(begun().bench)
    signed = {"name": "Zarvan Front", "by": "Ada Okoye", "reason": "asked for by the Panel"}
    assert asked.post("/api/v1/watched", json=signed).status_code == 201
    [row] = asked.get("/api/v1/watched").json()["results"]
    assert (row["name"], row["by"]) == ("Zarvan Front", "Ada Okoye")
    assert [one["name"] for one in row["known_as"]] != []
    again = asked.post("/api/v1/watched", json=signed)
    assert "watched already" in detail(again)
    no_reason = asked.post("/api/v1/watched", json={**signed, "verdict": "unwatch", "reason": " "})
    assert no_reason.status_code == 400
    ended = asked.post("/api/v1/watched", json={**signed, "verdict": "unwatch", "reason": "done"})
    assert ended.status_code == 201
    assert asked.get("/api/v1/watched").json()["total"] == 0


def test_an_admin_sets_thresholds_that_hold_at_once_and_at_the_next_start(tmp_path: Path):
    file = tmp_path / CONFIG_NAME
    file.write_text('# of the Panel\nthresholds = "0.4" # low\nby = "Ада"\n', encoding="utf-8")
    asked = page(tmp_path)
    mark = asked.get("/api/v1/project").headers["ETag"]
    told = asked.put("/api/v1/settings/thresholds", json={"thresholds": "0.6, un=0.7"}).json()
    assert told["screening"]["threshold"] == 0.6
    assert told["screening"]["lists"][0]["threshold"] == 0.7
    assert asked.get("/api/v1/settings").json() == told
    assert asked.get("/api/v1/project").headers["ETag"] != mark
    text = '# of the Panel\nthresholds = "0.6 un=0.7"\nby = "Ада"\n'
    assert file.read_text(encoding="utf-8") == text
    assert page(tmp_path).get("/api/v1/settings").json()["screening"] == told["screening"]


def test_a_threshold_that_is_none_is_refused_as_in_the_file_and_nothing_is_written(tmp_path: Path):
    asked = page(tmp_path)
    for stated, why in (("un=2", "between 0 and 1"), ("un=high", "give 0.6, or ofac=0.6")):
        refused = asked.put("/api/v1/settings/thresholds", json={"thresholds": stated})
        assert refused.status_code == 400
        assert why in detail(refused)
    assert not (tmp_path / CONFIG_NAME).exists()


def test_what_would_not_hold_is_not_written(tmp_path: Path):
    body = {"thresholds": "0.6"}
    stated = page(tmp_path, thresholds="0.5").put("/api/v1/settings/thresholds", json=body)
    assert "SAYSO_THRESHOLDS" in detail(stated)
    file, text = tmp_path / CONFIG_NAME, 'thresholds = """\n0.4"""\n'
    file.write_text(text, encoding="utf-8")
    by_hand = page(tmp_path).put("/api/v1/settings/thresholds", json=body)
    assert by_hand.status_code == 400
    assert "by hand" in detail(by_hand)
    assert file.read_text(encoding="utf-8") == text


def test_who_only_reads_sets_no_threshold(tmp_path: Path):
    body = {"thresholds": "0.6"}
    own = bearing("reads")
    told = page(tmp_path).put("/api/v1/settings/thresholds", json=body, headers=own)
    assert told.status_code == 403
    assert not (tmp_path / CONFIG_NAME).exists()
