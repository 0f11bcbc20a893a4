/** Strokes on a drawing area, and whether they amount to somebody's name. */
export interface Spot {
  x: number
  y: number
}

/** The part of CanvasRenderingContext2D that both platforms have and that is used here. */
export interface Brush {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  scale(x: number, y: number): void
  fillRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
}

/** x, y, milliseconds since the first. */
export type Point = [number, number, number]

const MOST_STROKES = 60
const MOST_POINTS = 500

/** Shorter than this, in px, is a slip of the finger. */
const LEAST_LENGTH = 60

export class Ink {
  private last: Spot | null = null
  private length = 0
  private begun = 0
  private written: Point[][] = []

  constructor(
    private readonly brush: Brush,
    private readonly width: number,
    private readonly height: number,
    ratio: number,
    private readonly now: () => number = Date.now
  ) {
    brush.scale(ratio, ratio)
    this.clear()
  }

  get enough(): boolean {
    return this.length >= LEAST_LENGTH
  }

  /** How it was written, within what the server takes: what goes beyond is drawn, not told. */
  get strokes(): Point[][] {
    return this.written.slice(0, MOST_STROKES).map((stroke) => stroke.slice(0, MOST_POINTS))
  }

  down(at: Spot): void {
    if (!this.written.length) this.begun = this.now()
    this.last = at
    this.written.push([this.point(at)])
  }

  move(at: Spot): void {
    if (!this.last) return
    this.brush.beginPath()
    this.brush.moveTo(this.last.x, this.last.y)
    this.brush.lineTo(at.x, at.y)
    this.brush.stroke()
    this.length += Math.hypot(at.x - this.last.x, at.y - this.last.y)
    this.last = at
    this.written.at(-1)!.push(this.point(at))
  }

  up(): void {
    this.last = null
  }

  clear(): void {
    this.last = null
    this.length = 0
    this.written = []
    this.brush.fillStyle = '#ffffff'
    this.brush.fillRect(0, 0, this.width, this.height)
    this.brush.strokeStyle = '#1a1410'
    this.brush.lineWidth = 4
    this.brush.lineCap = 'round'
    this.brush.lineJoin = 'round'
  }

  private point({ x, y }: Spot): Point {
    const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most))
    return [within(x, this.width), within(y, this.height), within(this.now() - this.begun, 600_000)]
  }
}
