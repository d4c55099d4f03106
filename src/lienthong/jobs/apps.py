from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "lienthong.jobs"
    label = "jobs"
