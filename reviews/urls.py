"""Addresses of the reading side."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
