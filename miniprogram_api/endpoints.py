"""Every operation there is: the one list the server, OpenAPI and the tests walk."""

from itertools import chain

from miniprogram_api.agreements.acts import routes as agreement_acts
from miniprogram_api.agreements.bundle import routes as agreement_bundle
from miniprogram_api.agreements.check import routes as check
from miniprogram_api.agreements.desk import routes as agreement_desk
from miniprogram_api.agreements.endpoints import routes as agreements
from miniprogram_api.agreements.life import routes as agreement_life
from miniprogram_api.agreements.phones import routes as phones
from miniprogram_api.agreements.sheets import routes as agreement_sheets
from miniprogram_api.callbacks.endpoints import routes as callbacks
from miniprogram_api.calls.arranging import routes as call_arranging
from miniprogram_api.calls.endpoints import routes as calls
from miniprogram_api.consents.endpoints import routes as consents
from miniprogram_api.corrections.endpoints import routes as corrections
from miniprogram_api.dashboards.endpoints import routes as dashboards
from miniprogram_api.divisions.endpoints import routes as divisions
from miniprogram_api.dossiers.endpoints import routes as dossiers
from miniprogram_api.elders.absences import routes as absences
from miniprogram_api.elders.alerts import routes as alerts
from miniprogram_api.elders.endpoints import routes as elders
from miniprogram_api.elders.file import routes as file
from miniprogram_api.elders.findings import routes as findings
from miniprogram_api.elders.imports import routes as imports
from miniprogram_api.elders.profile import routes as profile
from miniprogram_api.elders.tiers import routes as tiers
from miniprogram_api.elders.village_card import routes as village_card
from miniprogram_api.elders.whereabouts import routes as whereabouts
from miniprogram_api.families.cases import routes as duty_cases
from miniprogram_api.families.endpoints import routes as families
from miniprogram_api.incidents.endpoints import routes as incidents
from miniprogram_api.incidents.plan import routes as emergency_plan
from miniprogram_api.notifications.endpoints import routes as notifications
from miniprogram_api.policies.endpoints import routes as policies
from miniprogram_api.register.endpoints import routes as register
from miniprogram_api.routes import Operation
from miniprogram_api.screenings.endpoints import routes as screenings
from miniprogram_api.services.endpoints import routes as services
from miniprogram_api.sessions.endpoints import routes as sessions
from miniprogram_api.statistics.endpoints import routes as statistics
from miniprogram_api.subscriptions.endpoints import routes as subscriptions
from miniprogram_api.tasks.endpoints import routes as tasks
from miniprogram_api.uploads.endpoints import routes as uploads
from miniprogram_api.visits.checking import routes as visit_checks
from miniprogram_api.visits.endpoints import routes as visits
from miniprogram_api.visits.findings import routes as visit_findings
from miniprogram_api.visits.plan import routes as visit_plan
from miniprogram_api.visits.replies import routes as visit_replies
from miniprogram_api.volunteers.endpoints import routes as volunteers

PACKAGES = (
    sessions,
    uploads,
    elders,
    tiers,
    findings,
    imports,
    profile,
    whereabouts,
    absences,
    file,
    village_card,
    families,
    duty_cases,
    services,
    volunteers,
    agreement_desk,
    agreements,
    agreement_acts,
    agreement_life,
    agreement_bundle,
    phones,
    agreement_sheets,
    check,
    visit_checks,
    visits,
    visit_findings,
    visit_plan,
    visit_replies,
    call_arranging,
    calls,
    dashboards,
    notifications,
    subscriptions,
    callbacks,
    statistics,
    register,
    consents,
    corrections,
    dossiers,
    alerts,
    tasks,
    emergency_plan,
    incidents,
    screenings,
    policies,
    divisions,
)
OPERATIONS: tuple[Operation, ...] = tuple(chain.from_iterable(package.operations for package in PACKAGES))
