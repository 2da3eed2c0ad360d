"""The page of search; what is found is tested where it is found."""


def test_a_hit_is_marked_and_links_to_its_item(outsider, winter):
    text = outsider.get("/soeg/?q=opfølgningen").text
    assert "2 punkter fundet" in text
    assert "<mark>" in text
    assert 'href="/punkter/' in text


def test_filters_narrow_and_stand_in_the_form_as_they_were(outsider, winter):
    text = outsider.get("/soeg/?q=opfølgning&fra=2022-01-01&udfald=mixed").text
    assert "1 punkt fundet" in text
    assert 'value="2022-01-01"' in text
    assert '<option value="mixed" selected>' in text


def test_a_date_that_is_none_says_so_and_filters_nothing(outsider, winter):
    text = outsider.get("/soeg/?q=opfølgning&fra=forleden").text
    assert "2 punkter fundet" in text
    assert 'class="error"' in text


def test_nothing_found_says_what_to_try(outsider, winter):
    assert "Prøv færre ord, eller fjern filtrene" in outsider.get("/soeg/?q=opfølgning&udfald=rejected").text
    assert "se efter slåfejl" in outsider.get("/soeg/?q=zebrastriber").text


def test_a_closed_hit_counts_only_for_those_who_may_read_it(outsider, member, winter):
    assert "punkt fundet" not in outsider.get("/soeg/?q=kanariestien").text
    assert "1 punkt fundet" in member.get("/soeg/?q=kanariestien").text


def test_what_was_typed_is_text_and_nothing_else(outsider, winter):
    text = outsider.get("/soeg/", {"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in text
