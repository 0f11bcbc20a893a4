/** A browser that watches what a page does: requests to other origins, errors, and axe-core's findings. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(fileURLToPath(new URL('../../miniprogram/package.json', import.meta.url)))
const { chromium } = require('playwright-core')
const axe = require('axe-core')

const FLAGS = [
  '--headless=new', '--no-sandbox', '--disable-background-networking', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream'
]

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

/** A browser whose person has set text of `textSize` px (16 is usual). */
export async function openBrowser(profile, textSize = 16) {
  const { mkdir, writeFile } = await import('node:fs/promises')
  await mkdir(`${profile}/Default`, { recursive: true })
  const preferences = { webkit: { webprefs: { default_font_size: textSize } } }
  await writeFile(`${profile}/Default/Preferences`, JSON.stringify(preferences))
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: FLAGS,
    viewport: PHONE,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai'
  })
}

/** Watches `page`; what it finds is pushed to `findings` as sentences. */
export function watch(page, origin, name, findings) {
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== origin) {
      findings.push(`${name()}: asked another origin: ${new URL(url).origin}`)
    }
  })
  page.on('pageerror', (error) => findings.push(`${name()}: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) findings.push(`${name()}: ${text}`)
  })
}

/** axe-core's serious and critical findings, one sentence each. */
export async function audit(page, name) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
  )
  return violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.slice(0, 3).map((node) => `${name}: ${one.id}: ${node.target.join(' ')} ${node.failureSummary.split('\n')[1] ?? ''}`))
}

/** What one can tap and that is smaller than `least` px on a side. */
export async function smallTargets(page, least, name) {
  const small = await page.evaluate((limit) => {
    const kinds = '[role=button],[role=link],[role=radio],[role=checkbox],uni-button,button,input,textarea'
    return [...document.querySelectorAll(kinds)]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((one) => ({ box: one.getBoundingClientRect(), words: one.textContent.trim().slice(0, 20), tag: one.tagName }))
      .filter(({ box, tag }) => box.width > 0 && Math.min(box.height, box.width) < (tag === 'INPUT' ? 20 : limit - 0.5))
      .map(({ box, words }) => `“${words}” ${Math.round(box.width)}x${Math.round(box.height)}`)
  }, least)
  return small.map((one) => `${name}: a target under ${least} px: ${one}`)
}

/** Buttons whose words reach beyond them. */
export async function spilling(page, name) {
  const spilt = await page.evaluate(() =>
    [...document.querySelectorAll('.main-button, .room-button, .chip')]
      .filter((one) => one.checkVisibility() && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2))
      .map((one) => one.textContent.trim().slice(0, 20)))
  return spilt.map((words) => `${name}: words spill over their button: “${words}”`)
}
