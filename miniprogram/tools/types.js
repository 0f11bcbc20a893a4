/** Runs vue-tsc and fails on errors in our own files only: wot-design-uni's sources bring four of their own. */
import { spawnSync } from 'node:child_process'

const run = spawnSync('npx', ['vue-tsc', '--noEmit', '--pretty', 'false'], { encoding: 'utf8' })
const output = run.stdout + run.stderr
const ours = output.split('\n').filter((line) => /error TS/.test(line) && !line.startsWith('node_modules/'))
const crashed = run.status !== 0 && !/error TS/.test(output)

if (ours.length || crashed) {
  process.stderr.write((ours.length ? ours.join('\n') : output) + '\n')
  process.exit(1)
}
process.stdout.write('types: ok\n')
