"""The committee's desk, and agreements on paper."""

import asyncio
import re
import subprocess

from tests.api.attempts import Attempt, scene
from tests.api.scenes.agreements import drafted, handed_in, text_hash
from tests.api.world import World


@scene("agreements_list_waiting_agreements")
async def list_waiting_agreements(world: World) -> Attempt:
    home = await world.household()
    await handed_in(world, home)
    return Attempt(world.family.committee, query={"limit": "50"}, home=home)


@scene("agreements_compare_agreement")
async def compare_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, ids={"agreement_id": await handed_in(world, home)}, home=home)


@scene("agreements_ask_question")
async def ask_question(world: World) -> Attempt:
    home = await world.household()
    ids, body = {"agreement_id": await handed_in(world, home)}, {"asked": "supporters", "words": "春花住哪里？"}
    return Attempt(world.family.committee, ids=ids, body=body, home=home)


@scene("agreements_reply_to_question")
async def reply_to_question(world: World) -> Attempt:
    home = await world.household()
    agreement = await handed_in(world, home)
    body = {"asked": "supporters", "words": "春花住哪里？"}
    made = await world.family.committee.post(f"/api/agreements/{agreement}/questions", body)
    ids = {"agreement_id": agreement, "question_id": made["id"]}
    return Attempt(world.family.son, ids=ids, body={"words": "就在隔壁"}, home=home)


@scene("agreements_file_agreements")
async def file_agreements(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.committee, body={"agreement_ids": [await handed_in(world, home)]}, home=home)


@scene("agreements_print_agreement")
async def print_agreement(world: World) -> Attempt:
    home = await world.household()
    return Attempt(world.family.son, ids={"agreement_id": await drafted(world, home)}, home=home)


async def printed_code(world: World, agreement: str) -> str:
    """As it stands on the printed sheet."""
    pdf = (await world.family.son.send("GET", f"/api/agreements/{agreement}/paper")).content
    text = await asyncio.to_thread(subprocess.check_output, ["pdftotext", "-", "-"], input=pdf)
    found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", text.decode())
    assert found
    return found[0]


async def pages(world: World, agreement: str) -> None:
    """The volunteer photographs the signed sheet."""
    volunteer = world.family.volunteer
    body = {"code": await printed_code(world, agreement), "pages": [await volunteer.upload()]}
    await volunteer.post(f"/api/agreements/{agreement}/paper", body)


@scene("agreements_add_paper")
async def add_paper(world: World) -> Attempt:
    home = await world.household()
    agreement, volunteer = await drafted(world, home), world.family.volunteer
    body = {"code": await printed_code(world, agreement), "pages": [await volunteer.upload()]}
    return Attempt(volunteer, ids={"agreement_id": agreement}, body=body, home=home)


@scene("agreements_record_ink")
async def record_ink(world: World) -> Attempt:
    home = await world.household()
    agreement = await drafted(world, home)
    await pages(world, agreement)
    parties = (await world.family.committee.get(f"/api/agreements/{agreement}"))["parties"]
    body = {
        "text_hash": await text_hash(world, agreement),
        "party_ids": [party["id"] for party in parties],
        "witness": "杨树根",
        "witness_adult": True,
    }
    return Attempt(world.family.committee, ids={"agreement_id": agreement}, body=body, home=home)
