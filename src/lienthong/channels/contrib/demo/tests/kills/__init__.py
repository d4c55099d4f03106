"""An installation of the tests alone: the channels and what they stand on, with short leases, for workers to be killed.

It is installed by its own settings only.
"""
