"""A room of the tests alone: work for workers that are killed. It is installed by its own settings only."""

urlpatterns: list[object] = []
