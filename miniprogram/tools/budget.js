/** `node tools/budget.js`: what a phone must load before it shows anything, against what we allow (built output). */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const BUILD = fileURLToPath(new URL('../dist/build', import.meta.url))
const CALL_PAGE = 200_000
const MAIN_PACKAGE = 1_000_000

const files = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) =>
    one.isDirectory() ? files(join(folder, one.name)) : [join(folder, one.name)]
  )

/** Everything the entry and the page import statically, and their style sheets, in gzip bytes. */
export function firstLoad(page, h5 = join(BUILD, 'h5')) {
  const assets = join(h5, 'assets')
  const names = readdirSync(assets)
  const html = readFileSync(join(h5, 'index.html'), 'utf8')
  const entry = [...html.matchAll(/assets\/([^"']+)/g)].map((found) => found[1])
  const wanted = [...entry, names.find((name) => name.startsWith(`${page}.`) && name.endsWith('.js'))]
  const main = readFileSync(join(assets, entry.find((name) => name.endsWith('.js'))), 'utf8')
  wanted.push(...preloaded(main, names, wanted.at(-1)))
  const seen = new Set()
  while (wanted.length) {
    const name = wanted.pop()
    if (!name || seen.has(name)) continue
    seen.add(name)
    if (!name.endsWith('.js')) continue
    const code = readFileSync(join(assets, name), 'utf8')
    wanted.push(...[...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map((found) => found[1]))
  }
  return gzipSync(html).length + [...seen].reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0)
}

/** Vite lists a lazy chunk's files, style sheets among them, in the entry. */
function preloaded(main, names, chunk) {
  const list = main.match(/m\.f=\[([^\]]*)\]|__vite__mapDeps[^[]*\[([^\]]*)\]/)
  const all = list ? [...(list[1] ?? list[2]).matchAll(/assets\/([^"']+)/g)].map((found) => found[1]) : []
  const place = main.indexOf(chunk)
  const call = main.slice(place).match(/__vite__mapDeps\(\[([\d,]+)\]\)/)
  const wanted = call ? call[1].split(',').map((index) => all[Number(index)]) : all
  return wanted.filter((name) => names.includes(name))
}

/** The mini-program without its sub-packages, in bytes. */
export function mainPackage(weixin = join(BUILD, 'mp-weixin')) {
  const { subPackages = [] } = JSON.parse(readFileSync(join(weixin, 'app.json'), 'utf8'))
  const roots = subPackages.map((one) => join(weixin, one.root) + '/')
  return files(weixin)
    .filter((file) => !roots.some((root) => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(file).size, 0)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = [
    ['H5 call page, first load (gzip)', firstLoad('call-room'), CALL_PAGE],
    ['mini-program, main package', mainPackage(), MAIN_PACKAGE]
  ]
  for (const [words, size, most] of figures) process.stdout.write(`${words}: ${size} of ${most} bytes\n`)
  process.exitCode = figures.some(([, size, most]) => size > most) ? 1 : 0
}
