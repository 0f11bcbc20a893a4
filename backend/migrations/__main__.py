"""`python -m backend.migrations`: bring the database of the settings to the newest migration, before a new version."""

import asyncio

from backend.db import migrate
from backend.settings import Settings

asyncio.run(migrate(Settings.read().database_url))
