/**
 * Renders every page of every role into a folder and says what is wrong with them.
 *
 *     node tests/screens/render.mjs <origin> <folder> <links.json> [only]
 *
 * `links.json` maps a role to its demo link. Exit code 1 where anything was found.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit, DESK, openBrowser, PHONE, smallTargets, spilling, watch } from './browser.mjs'
import { ROLES } from './faces.mjs'
import { renderCall } from './call.mjs'

const [origin, folder, linksFile, only = ''] = process.argv.slice(2)
const links = JSON.parse(await readFile(linksFile, 'utf8'))
const findings = []
const shots = []
await mkdir(folder, { recursive: true })

const profiles = await mkdtemp(join(tmpdir(), 'screens-'))
try {
  const usual = await openBrowser(join(profiles, 'usual'))
  const large = await openBrowser(join(profiles, 'large'), 24)
  for (const role of ROLES) {
    if (!role.role.includes(only.split('/')[0])) continue
    await renderRole(usual, role, '')
    if (role.pages.some((page) => page.elder)) await renderRole(large, { ...role, pages: role.pages.filter((one) => one.elder) }, '-largest')
  }
  if ('call'.includes(only.split('/')[0])) await renderCall({ usual, large, origin, links, shoot, findings })
  await usual.close()
  await large.close()
} finally {
  await rm(profiles, { recursive: true, force: true })
}
await writeFile(join(folder, 'index.html'), indexPage())
await writeFile(join(folder, 'findings.txt'), [...new Set(findings)].join('\n') + '\n')
process.stdout.write(`${shots.length} screens in ${folder}\n${[...new Set(findings)].join('\n')}\n`)
process.exitCode = findings.length ? 1 : 0

async function renderRole(context, role, suffix) {
  await context.clearCookies()
  const page = await context.newPage()
  let name = role.role
  watch(page, origin, () => name, findings)
  await page.goto(origin + '/pages/sign-in')
  await page.evaluate(() => localStorage.clear())
  if (links[role.role]) {
    await page.goto(links[role.role])
    await page.waitForURL((url) => !url.pathname.includes('demo') && !url.pathname.includes('sign-in'), { timeout: 20_000 })
  }
  const ids = await role.ids((path) => askAs(page, path), (place, sheet) => handInAs(page, place, sheet))
  for (const one of role.pages) {
    if (only.includes('/') && only !== `${role.role}/${one.name}`) continue
    const path = typeof one.path === 'function' ? one.path(ids) : one.path
    name = `${role.role}-${one.name}${suffix}`
    if (!path) {
      findings.push(`${name}: the demo has nothing to show here`)
      continue
    }
    await page.setViewportSize(role.office ? DESK : PHONE)
    const answered = (url) => one.answers.some((path) => typeof path === 'function' && url.pathname === path(ids))
    const answer = (url) => one.answers[one.answers.findIndex((path) => typeof path === 'function' && url.pathname === path(ids)) + 1]
    if (one.answers) await page.route(answered, (route) => route.fulfill({ json: answer(new URL(route.request().url())) }))
    await openPage(page, path, one, name)
    await shoot(page, name, one.elder ? 60 : 44)
    if (role.office && one.phone) {
      await page.setViewportSize(PHONE)
      await shoot(page, `${name}-phone`, 44)
    }
    if (one.answers) await page.unroute(answered)
    const faces = typeof one.faces === 'function' ? one.faces(ids) : one.faces
    if (faces && !suffix) await renderFaces(page, path, { ...one, faces }, name)
  }
  if (!suffix) await role.after?.({ sign: (paper, act) => signAs(page, paper, act) }, ids)
  await page.close()
}

/** The agreement moves on, so that the next role has something waiting. */
async function signAs(page, paper, act) {
  await page.evaluate(
    async ([id, step]) => {
      const headers = (type) => ({
        authorization: `Bearer ${localStorage.getItem('session-token')}`,
        'content-type': type,
        'idempotency-key': crypto.randomUUID()
      })
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 64
      const png = await new Promise((resolve) => canvas.toBlob(resolve))
      const upload = await fetch('/api/uploads', { method: 'POST', headers: headers('image/png'), body: png })
      const { text_hash } = await (
        await fetch(`/api/agreements/${id}`, { headers: headers('application/json') })
      ).json()
      const body = JSON.stringify({ text_hash, signature_id: (await upload.json()).id })
      await fetch(`/api/agreements/${id}/${step}`, { method: 'POST', headers: headers('application/json'), body })
    },
    [paper, act]
  )
}

/** The other three faces of a page: loading, empty, without network, failed. */
async function renderFaces(page, path, one, name) {
  const answers = {
    loading: () => undefined,
    empty: (route) => route.fulfill({ json: one.empty }),
    offline: (route) => route.abort('internetdisconnected'),
    failed: (route) =>
      route.fulfill({ status: 500, json: { status: 500, code: 'internal_error', message: '系统出了点问题，请稍后再试' } })
  }
  for (const [face, answer] of Object.entries(answers)) {
    if (face === 'empty' && !one.empty) continue
    const pattern = (url) => url.pathname === one.faces
    const beside = (url) => face === 'empty' && url.pathname in (one.emptyToo ?? {})
    await page.route(pattern, answer)
    await page.route(beside, (route) => route.fulfill({ json: one.emptyToo[new URL(route.request().url()).pathname] }))
    await page.evaluate(() => indexedDB.deleteDatabase('cloud-reunion'))
    await page.goto(origin + path)
    await page.waitForSelector(`[data-test=${face}]`, { timeout: 15_000 })
    await shoot(page, `${name}-${face}`, 44)
    await page.unroute(pattern)
    await page.unroute(beside)
  }
}

/** `waits` is there before anything is clicked, `after` when all is. */
async function openPage(page, path, { then = [], waits, after }, name) {
  await page.goto(origin + path)
  try {
    await page.waitForFunction(() => document.querySelector('.screen') && !document.querySelector('[data-test=loading]'), null, {
      timeout: 15_000
    })
    if (waits && !then.length) after = waits
    else if (waits) await page.waitForSelector(`[data-test="${waits}"]`, { timeout: 15_000 })
    for (const test of then) await page.click(`[data-test="${test}"]`, { timeout: 5_000 })
    if (after) await page.waitForSelector(`[data-test="${after}"]`, { timeout: 20_000 })
  } catch (error) {
    findings.push(`${name}: ${error.message.split('\n')[0]}`)
  }
}

async function shoot(page, name, least) {
  await page.waitForFunction(() => [...document.images].every((image) => image.complete), null, { timeout: 5_000 }).catch(() => {
    findings.push(`${name}: a picture never came`)
  })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const broken = await page.evaluate(() =>
    ['failed', 'offline'].find((face) => document.querySelector(`[data-test="${face}"]`)))
  if (broken && !name.endsWith(broken)) findings.push(`${name}: shows its face “${broken}”`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 1) findings.push(`${name}: ${wide} px wider than the screen`)
  findings.push(...(await audit(page, name)), ...(await smallTargets(page, least, name)), ...(await spilling(page, name)))
  await page.screenshot({ path: join(folder, `${name}.png`) })
  // What hangs at the foot of the screen stays there in a picture of the whole page, too.
  const { width, height } = page.viewportSize()
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (whole > height + 1) {
    await page.setViewportSize({ width, height: Math.min(whole, 6000) })
    await page.screenshot({ path: join(folder, `${name}-whole.png`) })
    await page.setViewportSize({ width, height })
    shots.push(`${name}-whole`)
  }
  shots.push(name)
}

function askAs(page, path) {
  return page.evaluate(async (asked) => {
    const token = localStorage.getItem('session-token')
    const answer = await fetch(asked, { headers: { authorization: `Bearer ${token}` } })
    return answer.json()
  }, path)
}

/** A spreadsheet handed in by the person signed in; gives the import's id. */
function handInAs(page, place, sheet) {
  return page.evaluate(
    async ([division, body]) => {
      const headers = {
        authorization: `Bearer ${localStorage.getItem('session-token')}`,
        'content-type': 'text/csv',
        'idempotency-key': crypto.randomUUID()
      }
      const answer = await fetch(`/api/elders/imports?division_id=${division}`, { method: 'POST', headers, body })
      return (await answer.json()).id
    },
    [place, sheet]
  )
}

function indexPage() {
  const figures = shots.map((name) => `<figure><img src="${name}.png" loading="lazy"><figcaption>${name}</figcaption></figure>`)
  return `<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{font-family:sans-serif;display:flex;flex-wrap:wrap;gap:24px}img{width:320px;border:1px solid #ccc}figure{margin:0}</style>
${figures.join('\n')}`
}
