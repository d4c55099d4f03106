"""Persons are taken out of old events every night, as the rule of each kind says."""

from datetime import time

from lienthong.audit.service import forget_due
from lienthong.jobs.service import periodic

forget_nightly = periodic("audit.forget", at=time(3, 0))(forget_due)
