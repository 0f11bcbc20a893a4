"""Migrating in a tenth of the time: Tortoise's models as they were before an operation, made only when looked at."""

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any, cast

from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.schema_generator.state import State
from tortoise.migrations.schema_generator.state_apps import StateApps


class _Late:
    """Stands for models until somebody asks them for anything."""

    def __init__(self, make: Callable[[], StateApps]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> StateApps:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._made, name)


class _State(State):
    """Tortoise clones it before every operation, all its model classes with it; few operations look at the clone."""

    def clone(self) -> State:
        models = {key: each.clone() for key, each in self.models.items()}
        return State(models, cast(StateApps, _Late(lambda: self.apps.clone(models))))

    def _reload(self, models_to_reload: set[tuple[str, str]]) -> None:
        """Only what was made anew needs queries made anew; Tortoise would make those of every model again."""
        for app_label, name in models_to_reload:
            self.apps.unregister_model(app_label, name)
            self.apps.register_model(app_label, self.models[app_label, name].render(self.apps))
        self.apps._init_relations()
        every, self.apps.apps = self.apps.apps, defaultdict(dict)
        for app_label, name in models_to_reload:
            self.apps.apps[app_label][name] = every[app_label][name]
        try:
            self.apps._build_initial_querysets()
        finally:
            self.apps.apps = every


class Migrations(MigrationExecutor):
    """Tortoise's executor over such states: the same SQL."""

    async def _project_state(self, applied: set[MigrationKey], *, upto: MigrationKey | None = None) -> State:
        state = await super()._project_state(applied, upto=upto)
        return _State(state.models, state.apps)
