"""A village behind one running server; each test brings its own people."""

from tests.factories.served import http as http
from tests.factories.served import served as served
from tests.factories.served import world as world
