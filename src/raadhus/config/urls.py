"""Which address goes where: everything is a page of the web interface."""

from django.urls import include, path

urlpatterns = [path("", include("raadhus.interfaces.web.urls"))]
