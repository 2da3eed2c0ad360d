"""People and posts are found by exact name or added."""

from raadhus.domains.organisation.changes import find_or_add_people, find_or_add_posts
from raadhus.domains.organisation.models import Person, Post


def test_a_name_is_one_person(db):
    first = find_or_add_people(["Bo Berg", "Bo Berg", "Ida"])
    again = find_or_add_people(["Ida", "bo berg"])
    assert again["Ida"] == first["Ida"]
    assert again["bo berg"] != first["Bo Berg"]
    assert Person.objects.count() == 3


def test_a_text_too_long_to_be_a_name_is_left_out(db):
    assert find_or_add_people(["x" * 201, ""]) == {}
    assert not Person.objects.exists()


def test_posts_are_found_by_title_with_two_queries_at_most(db, django_assert_num_queries):
    with django_assert_num_queries(2):
        made = find_or_add_posts(["Kommunaldirektøren", "Direktøren"])
    with django_assert_num_queries(1):
        assert find_or_add_posts(["Kommunaldirektøren", "Direktøren"]) == made
    assert Post.objects.count() == 2
