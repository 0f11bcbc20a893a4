import { expect, test } from 'vitest'
import { Ink, type Brush } from '@/components/ink'

const brush = { scale() {}, fillRect() {}, beginPath() {}, moveTo() {}, lineTo() {}, stroke() {} } as unknown as Brush

function pad(): { ink: Ink; wait(ms: number): void } {
  let now = 5_000
  return { ink: new Ink(brush, 300, 200, 2, () => now), wait: (ms) => (now += ms) }
}

test('tells how a name was written: whole px within the pad, milliseconds since the first touch', () => {
  const { ink, wait } = pad()
  wait(900)
  ink.down({ x: 10.4, y: 20.6 })
  wait(30)
  ink.move({ x: 310, y: -4 })
  ink.up()
  wait(70)
  ink.down({ x: 1, y: 2 })
  ink.up()
  expect(ink.strokes).toEqual([[[10, 21, 0], [300, 0, 30]], [[1, 2, 100]]])
  expect(ink.enough).toBe(true)
})

test('starts anew once wiped, and never tells more than the server takes', () => {
  const { ink, wait } = pad()
  ink.down({ x: 1, y: 1 })
  ink.clear()
  expect(ink.strokes).toEqual([])
  wait(50)
  for (let stroke = 0; stroke < 70; stroke += 1) {
    ink.down({ x: 1, y: 1 })
    for (let point = 0; point < 600; point += 1) ink.move({ x: point, y: 1 })
    wait(20_000)
    ink.up()
  }
  expect(ink.strokes).toHaveLength(60)
  expect(Math.max(...ink.strokes.map((stroke) => stroke.length))).toBe(500)
  expect(Math.max(...ink.strokes.flat().map(([, , at]) => at))).toBe(600_000)
})
