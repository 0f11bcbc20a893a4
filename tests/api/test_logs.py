"""What the process writes down of a busy hour: routes and statuses, no token, phone, name, ticket or code."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from tests.family import PHONES, bring_together, consent_body, drafted, report_body, signed
from tests.people import county_in
from tests.product import running_product

NOTE = "老人说夜里腿疼得睡不着"


async def test_the_log_holds_nothing_secret_or_personal(sqlite_url: str, tmp_path: Path) -> None:
    async with running_product(tmp_path, sqlite_url) as product, county_in(product) as county:
        family = await bring_together(county, mark="7")
        phones = [f"{phone[:-2]}7{phone[-1]}" for phone in PHONES.values()]
        people = [family.committee, family.son, family.daughter, family.caregiver, family.volunteer]
        agreement = await drafted(family)
        text_hash = await signed(family, agreement)
        await family.volunteer.post(f"/api/agreements/{agreement}/answer", await consent_body(family, text_hash))
        await family.volunteer.post("/api/visits/reports", report_body(family.elder_id, note=NOTE))
        starts_at = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
        call = (await family.son.post("/api/calls", {"elder_id": family.elder_id, "times": [starts_at]}))["id"]
        await family.volunteer.post(f"/api/calls/{call}/take", {"starts_at": starts_at})
        await family.volunteer.post(f"/api/calls/{call}/open", {"elder_agrees": True})
        ticket = (await family.volunteer.post(f"/api/calls/{call}/ticket"))["ticket"]
        http = county.http
        entered = await http.post("/api/calls/room", json={"ticket": ticket})
        assert entered.status_code < 300, entered.text
        cookies = [value for _, value in entered.cookies.items()]
        assert cookies
        # What goes wrong is written down too, and more of it.
        for path in (f"/call/{call}?ticket={ticket}", f"/api/nothing/{ticket}", f"/api/elders?cursor={ticket}"):
            await http.get(path, headers={"authorization": f"Bearer {family.son.token}"})
        await http.get("/api/elders", headers={"authorization": "Bearer forged-token-of-nobody"})
        await http.post(
            "/api/sessions/office", json={"login": "zhao-login", "password": "a-password", "one_time_code": "1"}
        )
        await family.committee.send("POST", "/api/elders", content=f'{{"name": "{NOTE}'.encode())
        await family.son.send("GET", f"/api/elders/{uuid4()}", params={"phone": phones[0]})
        log = product.log.read_text()

    secrets = [
        *(person.token for person in people),
        *(person.openid for person in people),
        *phones,
        *cookies,
        ticket,
        "李桂兰",
        "王建国",
        "王秀英",
        "李春花",
        "张晓敏",
        "赵志强",
        "杨树根",
        "上寨",
        "forged-token",
        "zhao-login",
        "a-password",
        NOTE,
    ]
    assert [secret for secret in secrets if secret in log or json.dumps(secret)[1:-1] in log] == []
    told = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    requests = [line for line in told if line["event"] == "request"]
    assert len(requests) > 30
    assert {line["route"] for line in requests} >= {"/api/elders", "/api/sessions/wechat"}
    assert all(line["request_id"] for line in requests)
