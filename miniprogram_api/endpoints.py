"""Every operation there is: the one list the server, OpenAPI and the tests walk."""

from itertools import chain

from miniprogram_api.elders.endpoints import routes as elders
from miniprogram_api.routes import Operation
from miniprogram_api.sessions.endpoints import routes as sessions

PACKAGES = (sessions, elders)
OPERATIONS: tuple[Operation, ...] = tuple(chain.from_iterable(package.operations for package in PACKAGES))
