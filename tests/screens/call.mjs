/** The call room from both sides: the volunteer at the elder's home, a child far away. */
import { audit, PHONE } from './browser.mjs'

export async function renderCall({ usual, large, origin, links, shoot, findings }) {
  const child = await signedIn(usual, origin, links.supporter)
  const host = await signedIn(large, origin, links.volunteer)
  const call = await readyCall(host, child)
  if (!call) {
    findings.push('call: the demo has no call that can be opened')
    return
  }
  for (const page of [host, child]) {
    await page.goto(`${origin}/call/detail?id=${call}`)
    await page.click('[data-test="join-room"]')
    await page.waitForSelector('[data-test="ready"]')
    if (page.url().includes('ticket')) findings.push('call: the ticket stays in the address bar')
  }
  await shoot(host, 'call-host-ready-largest', 60)
  await shoot(child, 'call-child-ready', 44)
  await host.click('[data-test="enter"]')
  await host.waitForSelector('[data-test="room-state"][data-state="in"]')
  await shoot(host, 'call-host-alone-largest', 60)
  await child.click('[data-test="enter"]')
  await child.waitForSelector('[data-test="room-state"][data-state="knocking"]')
  await shoot(child, 'call-child-knocking', 44)
  await host.waitForSelector('[data-test="knock"]')
  await shoot(host, 'call-host-knock-largest', 60)
  await host.click('[data-test="admit"]')
  for (const page of [host, child]) {
    await page.waitForFunction(() => document.querySelector('[data-test="remote-video"]')?.videoWidth > 0, null, {
      timeout: 20_000
    })
  }
  await shoot(host, 'call-host-talking-largest', 60)
  await shoot(child, 'call-child-talking', 44)
  const corner = await host.locator('[data-test="helper-corner"]').boundingBox()
  await host.mouse.move(corner.x + 20, corner.y + 20)
  await host.mouse.down()
  await host.waitForSelector('[data-test="helper-close"]')
  await host.mouse.up()
  await shoot(host, 'call-host-helper-largest', 44)
  await host.click('[data-test="helper-close"]')
  await child.click('[data-test="leave"]')
  await child.waitForSelector('[data-test="after"]')
  await shoot(child, 'call-child-after', 44)
  await host.click('[data-test="end"]')
  await host.click('.uni-modal__btn_primary')
  await host.waitForSelector('[data-test="after"]')
  await shoot(host, 'call-host-after-largest', 60)
  findings.push(...(await audit(host, 'call-host-after')))
}

async function signedIn(context, origin, link) {
  const page = await context.newPage()
  await page.setViewportSize(PHONE)
  await page.goto(`${origin}/pages/sign-in`)
  await page.evaluate(() => localStorage.clear())
  await page.goto(link)
  await page.waitForURL((url) => !url.pathname.includes('demo') && !url.pathname.includes('sign-in'))
  return page
}

/** A call the volunteer has opened: one already agreed, else one proposed and taken on the way. */
async function readyCall(host, child) {
  const ask = (page, method, path, body) =>
    page.evaluate(
      async ([way, where, what]) => {
        const token = localStorage.getItem('session-token')
        const headers = {
          authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID()
        }
        const answer = await fetch(where, { method: way, headers, body: what && JSON.stringify(what) })
        return answer.json()
      },
      [method, path, body]
    )
  const seenByChild = new Set((await ask(child, 'GET', '/api/calls')).items.map((call) => call.id))
  const calls = (await ask(host, 'GET', '/api/calls')).items.filter((call) => seenByChild.has(call.id))
  let call = calls.find((one) => one.state === 'open') ?? calls.find((one) => ['taken', 'agreed'].includes(one.state))
  if (!call) {
    call = calls.find((one) => one.state === 'proposed')
    if (!call) return null
    await ask(host, 'POST', `/api/calls/${call.id}/take`, { starts_at: call.times[0] })
  }
  await ask(host, 'POST', `/api/calls/${call.id}/open`, { elder_agrees: true })
  return call.id
}
