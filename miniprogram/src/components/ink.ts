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

/** Shorter than this, in px, is a slip of the finger. */
const LEAST_LENGTH = 60

export class Ink {
  private last: Spot | null = null
  private length = 0

  constructor(
    private readonly brush: Brush,
    private readonly width: number,
    private readonly height: number,
    ratio: number
  ) {
    brush.scale(ratio, ratio)
    this.clear()
  }

  get enough(): boolean {
    return this.length >= LEAST_LENGTH
  }

  down(at: Spot): void {
    this.last = at
  }

  move(at: Spot): void {
    if (!this.last) return
    this.brush.beginPath()
    this.brush.moveTo(this.last.x, this.last.y)
    this.brush.lineTo(at.x, at.y)
    this.brush.stroke()
    this.length += Math.hypot(at.x - this.last.x, at.y - this.last.y)
    this.last = at
  }

  up(): void {
    this.last = null
  }

  clear(): void {
    this.last = null
    this.length = 0
    this.brush.fillStyle = '#ffffff'
    this.brush.fillRect(0, 0, this.width, this.height)
    this.brush.strokeStyle = '#1a1410'
    this.brush.lineWidth = 4
    this.brush.lineCap = 'round'
    this.brush.lineJoin = 'round'
  }
}
