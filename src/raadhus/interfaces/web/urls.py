"""The addresses of the pages."""

from allauth.account.views import login, logout
from django.urls import path, register_converter
from django.views.i18n import set_language

from raadhus.interfaces.web.views import (
    bodies,
    body_setup,
    browser,
    calendar,
    cases,
    corrections,
    enclosures,
    files,
    front,
    hearings,
    item_facts,
    item_way,
    meetings,
    outbox,
    passing_on,
    planning,
    promises,
    proposal,
    proposing,
    search,
    settling,
    stopping,
    writing,
)


class Id:
    """A row's number as it stands in an address; longer ones than a database holds are no address at all."""

    regex = "[1-9][0-9]{0,17}"
    to_python = int
    to_url = str


register_converter(Id, "id")

urlpatterns = [
    path("", front.front, name="front"),
    path("moeder/", meetings.meetings, name="meetings"),
    path("moeder/<id:pk>/", meetings.meeting, name="meeting"),
    path("moeder/<id:pk>/referat.pdf", files.paper, name="paper"),
    path("punkter/<id:pk>/", meetings.item, name="item"),
    path("forummer/", bodies.bodies, name="bodies"),
    path("forummer/nyt/", body_setup.new_body, name="new_body"),
    path("forummer/<id:pk>/", bodies.body, name="body"),
    path("forummer/<id:pk>/regler/", body_setup.body_rules, name="body_rules"),
    path("forummer/<id:pk>/pladser/ny/", body_setup.seat_member, name="seat_member"),
    path("forummer/<id:pk>/pladser/<id:member_pk>/slut/", body_setup.end_seat, name="end_seat"),
    path("forummer/<id:pk>/faste-punkter/", body_setup.standing_items, name="standing_items"),
    path("forummer/<id:pk>/nyt-moede/", planning.plan_sitting, name="plan_sitting"),
    path("forummer/<id:pk>/nyt-punkt/", proposing.new_item, name="new_item"),
    path("forslag/", proposal.my_items, name="my_items"),
    path("forslag/<id:pk>/", proposal.proposal, name="proposal"),
    path("forslag/<id:pk>/indstilling/", proposal.recommend, name="recommend"),
    path("forslag/<id:pk>/oplysninger/", item_facts.edit_item, name="edit_item"),
    path("forslag/<id:pk>/luk/", item_facts.close_to_public, name="close_to_public"),
    path("forslag/<id:pk>/aabn/", item_facts.open_to_public, name="open_to_public"),
    path("forslag/<id:pk>/send/", item_way.send_item, name="send_item"),
    path("forslag/<id:pk>/godkend/", item_way.approve_item, name="approve_item"),
    path("forslag/<id:pk>/send-tilbage/", item_way.return_item, name="return_item"),
    path("forslag/<id:pk>/tag-tilbage/", item_way.take_item_back, name="take_item_back"),
    path("forslag/<id:pk>/udgaar/", item_way.withdraw, name="withdraw"),
    path("forslag/<id:pk>/hent-tilbage/", item_way.bring_item_back, name="bring_item_back"),
    path("forslag/<id:pk>/hoering/", hearings.ask_hearing, name="ask_hearing"),
    path("forslag/<id:pk>/hoering/<id:hearing_pk>/", hearings.answer_hearing, name="answer_hearing"),
    path("forslag/<id:pk>/bilag/", enclosures.add_enclosure, name="add_enclosure"),
    path("forslag/<id:pk>/bilag/<id:enclosure_pk>/", enclosures.enclosure, name="enclosure"),
    path("forslag/<id:pk>/bilag/<id:enclosure_pk>/ny/", enclosures.replace_enclosure, name="replace_enclosure"),
    path("forslag/<id:pk>/bilag/<id:enclosure_pk>/fjern/", enclosures.remove_enclosure, name="remove_enclosure"),
    path("forslag/<id:pk>/moede/", passing_on.choose_sitting, name="choose_sitting"),
    path("forslag/<id:pk>/videre/", passing_on.pass_on, name="pass_on"),
    path("sager/", cases.cases, name="cases"),
    path("sager/<path:number>/", cases.case, name="case"),
    path("emner/<str:number>/", cases.subject, name="subject"),
    path("opfoelgning/", promises.promises, name="promises"),
    path("opfoelgning/<id:pk>/", settling.settle, name="settle"),
    path("ret/moede/<id:pk>/", corrections.correct_meeting, name="correct_meeting"),
    path("ret/punkt/<id:pk>/", corrections.correct_item, name="correct_item"),
    path("ret/moede/<id:pk>/linje/<id:line_pk>/", corrections.place_line, name="place_line"),
    path("ret/moede/<id:pk>/linje/<id:line_pk>/til-side/", corrections.set_line_aside, name="set_line_aside"),
    path("skriv/<id:pk>/", writing.write, name="write"),
    path("skriv/<id:pk>/gem/", writing.save_text, name="save_text"),
    path("skriv/<id:pk>/rens/", writing.clean_paste, name="clean_paste"),
    path("skriv/<id:pk>/billeder/", writing.keep_picture, name="keep_picture"),
    path("skriv/<id:pk>/udgaver/", writing.text_history, name="text_history"),
    path("skriv/<id:pk>/hent-tilbage/", writing.restore_text, name="restore_text"),
    path("billeder/<id:pk>/", writing.picture, name="picture"),
    path("soeg/", search.search, name="search"),
    path("dokumenter/<id:pk>/", files.document, name="document"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/ny/", calendar.make_feed, name="make_feed"),
    path("kalender/stop/", calendar.stop_feed, name="stop_feed"),
    path("kalender/<str:token>/moeder.ics", calendar.feed, name="feed"),
    path("kalender/<str:token>/forum/<id:pk>/moeder.ics", calendar.body_feed, name="body_feed"),
    path("mails/stop/<str:signed>/", stopping.stop_mails, name="stop_mails"),
    path("udbakke/", outbox.outbox, name="outbox"),
    path("udbakke/<id:pk>/send/", outbox.send_again, name="send_mail_again"),
    path("udbakke/<id:pk>/til-side/", outbox.set_aside, name="set_mail_aside"),
    path("udbakke/opgave/<id:pk>/", outbox.try_again, name="try_job_again"),
    path("hjaelp/", browser.show_help, name="help"),
    path("hjaelp/taster/", browser.choose_keys, name="choose_keys"),
    path("udseende/", browser.choose_theme, name="choose_theme"),
    path("sprog/", set_language, name="set_language"),
    path("log-ind/", login, name="account_login"),
    path("log-ud/", logout, name="account_logout"),
    path("healthz", browser.health, name="health"),
]
