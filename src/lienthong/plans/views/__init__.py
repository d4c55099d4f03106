"""Thin views: read the form, call one act, answer."""
