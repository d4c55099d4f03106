from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "lienthong.inbox"
    label = "inbox"
