"""How a rightful request to each operation comes to be: importing this fills `tests.api.attempts.SCENES`."""

from tests.api.scenes import agreements as agreements
from tests.api.scenes import alerts as alerts
from tests.api.scenes import calling as calling
from tests.api.scenes import checking as checking
from tests.api.scenes import daily as daily
from tests.api.scenes import desk as desk
from tests.api.scenes import divisions as divisions
from tests.api.scenes import doors as doors
from tests.api.scenes import families as families
from tests.api.scenes import file as file
from tests.api.scenes import imports as imports
from tests.api.scenes import incidents as incidents
from tests.api.scenes import people as people
from tests.api.scenes import policies as policies
from tests.api.scenes import privacy as privacy
from tests.api.scenes import register as register
from tests.api.scenes import replies as replies
from tests.api.scenes import screenings as screenings
from tests.api.scenes import services as services
from tests.api.scenes import tiers as tiers
from tests.api.scenes import visiting as visiting
from tests.api.scenes import visits as visits
