"""What must hold after any crash: nothing lost, nothing doubled, nothing stuck, everything provable."""

import hashlib
import itertools
from collections import Counter
from datetime import timedelta
from pathlib import Path

import msgspec

from backend.accounts.models import Account
from backend.agreements.models import Agreement
from backend.audit.chain import GENESIS, Link, commit, first_break, head_words
from backend.audit.models import Anchor, AuditEvent, ChainHead, SignedHead
from backend.audit.tags import Tag
from backend.bootstrap import key_ring
from backend.db import fetch, on_postgres, open_database
from backend.documents.keys import EvidenceKey, is_signed
from backend.kit.clock import SystemClock
from backend.kit.secrets import KeyRing
from backend.notifications.models import Delivery, Notification, SubscriptionGrant
from backend.notifications.rules import DeliveryState
from backend.outbox.models import IdempotentAnswer, OutboxEntry
from backend.storage.local import LocalStorage
from backend.storage.models import Upload
from tests import loopback
from tests.crash.home import settled
from tests.product import Product

# Rows, and how many events and facts of them there must be: each exactly one.
TOLD: tuple[tuple[str, Tag, str | None], ...] = (
    ("accounts WHERE openid IS NOT NULL", Tag.ACCOUNT_OPENED, None),
    ("sessions", Tag.ACCOUNT_SIGNED_IN, None),
    ("memberships", Tag.MEMBERSHIP_GRANTED, None),
    ("elders", Tag.ELDER_REGISTERED, "ElderRegistered"),
    ("family_members", Tag.FAMILY_NAMED, None),
    ("family_members WHERE account_id IS NOT NULL", Tag.FAMILY_CLAIMED, "PlaceClaimed"),
    ("family_members WHERE confirmed_at IS NOT NULL", Tag.FAMILY_CONFIRMED, "PlaceConfirmed"),
    ("wishes", Tag.AGREEMENT_WISH, "WishRecorded"),
    ("agreements", Tag.AGREEMENT_DRAFTED, "AgreementDrafted"),
    ("acts WHERE kind = 'sign'", Tag.AGREEMENT_SIGNED, None),
    ("acts WHERE kind = 'accept'", Tag.AGREEMENT_ACCEPTED, None),
    ("acts WHERE kind = 'consent'", Tag.AGREEMENT_CONSENTED, "AgreementConsented"),
    ("agreements WHERE filed_at IS NOT NULL", Tag.AGREEMENT_FILED, "AgreementFiled"),
    ("agreements WHERE filed_at IS NOT NULL", Tag.AGREEMENT_SEALED, "AgreementSealed"),
    ("tasks", Tag.TASK_RAISED, "TaskRaised"),
    ("tasks WHERE settled_at IS NOT NULL", Tag.TASK_SETTLED, None),
    ("visit_reports", Tag.VISIT_REPORTED, "VisitReported"),
    ("calls", Tag.CALL_PROPOSED, "CallProposed"),
    ("calls WHERE host_id IS NOT NULL", Tag.CALL_TAKEN, "CallTaken"),
)


class Count(msgspec.Struct, frozen=True):
    """One number from the database."""

    found: int


async def number_of(rows: str) -> int:
    """How many rows `table [WHERE …]` names."""
    return (await fetch(Count, f"SELECT COUNT(*) AS found FROM {rows}"))[0].found


async def assert_nothing_lost_or_doubled(product: Product) -> None:
    """Let the product finish what it has to do, then look at everything it remembers."""
    await settled(product)
    settings = product.settings()
    ring, path = key_ring(settings), settings.documents.evidence_key
    key = EvidenceKey.load(path, settings.documents.evidence_key_password)
    async with open_database(product.database_url):
        await _database_is_sound()
        await _outbox_is_done()
        await _chains_are_whole(ring)
        await _heads_are_signed(key)
        await _each_is_told_once()
        await _messages_add_up(product, ring)
        await _talk_adds_up()
        await _objects_are_there(LocalStorage(Path(settings.storage.url), ring))
        assert await IdempotentAnswer.filter(status=None).count() == 0


async def assert_chains_are_whole(product: Product) -> None:
    """Of a product that stands still: every chain follows from link to link, each head is its chain's last."""
    async with open_database(product.database_url):
        await _database_is_sound()
        await _chains_are_whole(key_ring(product.settings()))


async def _database_is_sound() -> None:
    if on_postgres():
        return

    class Word(msgspec.Struct, frozen=True):
        integrity_check: str

    assert await fetch(Word, "PRAGMA integrity_check") == [Word("ok")]


async def _outbox_is_done() -> None:
    assert await OutboxEntry.filter(dead_at__not_isnull=True).count() == 0


async def _chains_are_whole(ring: KeyRing) -> None:
    events = await AuditEvent.all().order_by("subject_id", "number")
    heads = {head.subject_id: head for head in await ChainHead.all()}
    for subject_id, group in itertools.groupby(events, key=lambda event: event.subject_id):
        links = []
        for event in group:
            payload = ring.decrypt(bytes(event.payload or b""), f"audit_events|payload|{event.id}")
            assert commit(bytes(event.salt or b""), payload) == bytes(event.commitment)
            link = Link(
                event.subject_id,
                event.number,
                event.at,
                event.actor_id,
                event.role,
                event.tag,
                bytes(event.commitment),
            )
            links.append((link, bytes(event.previous), bytes(event.link)))
        assert first_break(links) is None, f"a chain is broken at {links[first_break(links) or 0][0].tag}"
        head = heads.pop(subject_id)
        assert (head.number, bytes(head.link)) == (len(links), links[-1][2])
    assert not heads, "a head without a chain"


async def _heads_are_signed(key: EvidenceKey) -> None:
    """Every filing, seal, suspension and ending has its signed head, each anchor follows from the one before."""
    pem = key.certificate_pem
    for head in await SignedHead.all():
        words = head_words(head.subject_id, head.number, bytes(head.link))
        assert is_signed(words, bytes(head.signature), pem)
        event = await AuditEvent.get(subject_id=head.subject_id, number=head.number)
        assert bytes(event.link) == bytes(head.link)
    signed = await number_of("agreements WHERE filed_at IS NOT NULL")
    later = await number_of("agreement_spans WHERE state IN ('suspended', 'ended')")
    assert await SignedHead.all().count() == 2 * signed + later
    previous = GENESIS
    for anchor in await Anchor.all().order_by("at"):
        assert bytes(anchor.previous) == previous
        assert is_signed(bytes(anchor.root), bytes(anchor.signature), pem)
        previous = bytes(anchor.root)


async def _each_is_told_once() -> None:
    tags = Counter(str(tag) for (tag,) in await AuditEvent.all().values_list("tag"))
    topics = Counter(str(topic) for (topic,) in await OutboxEntry.all().values_list("topic"))
    for rows, tag, topic in TOLD:
        found = await number_of(rows)
        assert tags[tag] == found, f"{found} {rows}, {tags[tag]} {tag}"
        assert topic is None or topics[topic] == found, f"{found} {rows}, {topics[topic]} {topic}"
    acts = tags[Tag.AGREEMENT_SIGNED] + tags[Tag.AGREEMENT_ACCEPTED]
    assert topics["AgreementActed"] == acts
    assert topics["CallOpened"] == tags[Tag.CALL_OPENED]
    assert topics["CallClosed"] == tags[Tag.CALL_CLOSED]


async def _messages_add_up(product: Product, ring: KeyRing) -> None:
    """One inbox message per person and fact, one send for it at most, and WeChat's count is ours."""
    pairs = await Notification.all().values_list("outbox_id", "account_id")
    assert len(pairs) == len(set(pairs))
    states = Counter[tuple[str, str]]()
    for delivery in await Delivery.all():
        told = await Notification.get(id=delivery.notification_id)
        states[str(told.account_id), delivery.state] += 1
    assert not [state for _, state in states if state in (DeliveryState.SENDING, DeliveryState.WAITING)]
    async with loopback.client(product.wechat_url) as wechat:
        for account in await Account.filter(openid__not_isnull=True):
            openid = ring.decrypt(bytes(account.openid or b""), f"accounts|openid|{account.id}").decode()
            messages = (await wechat.get("/sandbox/messages", params={"openid": openid})).json()["messages"]
            sent = states[str(account.id), DeliveryState.SENT]
            unknown = states[str(account.id), DeliveryState.UNKNOWN]
            assert sent <= len(messages) <= sent + unknown
            said = [(message["template_id"], message["page"], str(message["data"])) for message in messages]
            assert len(said) == len(set(said)), "somebody was told twice"
            used = sum(grant.used for grant in await SubscriptionGrant.filter(account_id=account.id))
            assert used == sent + unknown


async def _talk_adds_up() -> None:
    """A call's minutes are its openings', a contact's those of its person."""
    assert await number_of(f"calls c WHERE c.talk_seconds <> COALESCE(({_REPORTED}), 0)") == 0
    assert await number_of(f"contacts k WHERE k.source_id IS NOT NULL AND k.seconds <> ({_ATTENDED})") == 0


_REPORTED = "SELECT SUM(r.talk_seconds) FROM room_reports r WHERE r.call_id = c.id"
_ATTENDED = """
SELECT SUM(t.seconds) FROM attendances t WHERE t.call_id = k.source_id AND t.account_id = k.account_id
"""


async def _objects_are_there(storage: LocalStorage) -> None:
    """Every row has its bytes; of sealed papers nothing else lies about."""
    for upload in await Upload.all():
        assert hashlib.sha256(await storage.get(upload.key, aad=upload.key)).hexdigest() == upload.sha256
        await storage.get(f"{upload.key}.small", aad=f"{upload.key}.small")
    soon = SystemClock().now() + timedelta(minutes=1)
    for agreement in await Agreement.exclude(sealed_at=None):
        assert agreement.pdf_key is not None
        pdf = await storage.get(agreement.pdf_key, aad=agreement.pdf_key)
        assert hashlib.sha256(pdf).hexdigest() == agreement.pdf_sha256
        kept = [key async for key in storage.older_than(soon, prefix=f"agreements/{agreement.id.hex}")]
        assert kept == [agreement.pdf_key], "papers nobody knows of"
