/** The WebSocket to the room: says hello, notices silence, and comes back by itself until told that it is final. */

import { pause } from './backoff'
import { read, verdict, type ClientMessage, type ServerMessage } from './protocol'
import type { Reason } from './types'

const PING_EVERY = 4_000
const SILENT_FOR = 10_000
const GIVE_UP_AFTER = 10 * 60_000

export interface LineEvents {
  /** Connected: say hello. */
  open(): void
  message(message: ServerMessage): void
  /** Lost; another try is under way. */
  lost(): void
  /** Final. */
  over(state: 'left' | 'refused', reason: Reason): void
}

export class Line {
  private socket: WebSocket | null = null
  private tries = 0
  private lostAt = 0
  private heardAt = 0
  private done = false
  private finding = false
  private retry: ReturnType<typeof setTimeout> | undefined
  private heartbeat: ReturnType<typeof setInterval> | undefined

  constructor(
    private url: string,
    private readonly findAgain: (() => Promise<string>) | undefined,
    private readonly on: LineEvents
  ) {}

  /** Connects now, whatever the backoff says; after a loss to where the room is by now. */
  connect(): void {
    if (this.done || this.socket || this.finding) return
    clearTimeout(this.retry)
    if (!this.lostAt || !this.findAgain) return this.dial()
    this.finding = true
    const found = (url: string) => {
      this.finding = false
      this.url = url
      if (!this.done) this.dial()
    }
    // Whoever knows is out of reach as well: then where it was.
    this.findAgain().then(found, () => found(this.url))
  }

  private dial(): void {
    const socket = (this.socket = new WebSocket(absolute(this.url)))
    this.heardAt = Date.now()
    socket.onopen = () => {
      this.heardAt = Date.now()
      this.on.open()
    }
    socket.onmessage = (event) => {
      this.heardAt = Date.now()
      const message = read(event.data)
      if (message?.type === 'welcome') this.tries = this.lostAt = 0
      if (message) this.on.message(message)
    }
    socket.onclose = (event) => this.closed(socket, event.reason)
    clearInterval(this.heartbeat)
    this.heartbeat = setInterval(() => this.beat(), PING_EVERY)
  }

  send(message: ClientMessage): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message))
  }

  /** Stops for good, without an `over`. */
  close(): void {
    this.done = true
    clearTimeout(this.retry)
    clearInterval(this.heartbeat)
    this.socket?.close(1000)
    this.socket = null
  }

  /** The device says it is back on a network: what looks open may be dead. */
  networkChanged(): void {
    if (this.done) return
    if (this.socket) this.beat()
    else this.connect()
  }

  private beat(): void {
    const socket = this.socket
    if (!socket) return
    if (Date.now() - this.heardAt > SILENT_FOR) {
      socket.close()
      this.closed(socket, '')
    } else {
      this.send({ type: 'ping' })
    }
  }

  private closed(socket: WebSocket, reason: string): void {
    if (socket !== this.socket) return
    this.socket = null
    clearInterval(this.heartbeat)
    const end = verdict(reason)
    this.lostAt ||= Date.now()
    if (end.state !== 'again') return this.finish(end.state, end.reason)
    if (Date.now() - this.lostAt > GIVE_UP_AFTER) return this.finish('left', 'offline')
    this.on.lost()
    this.retry = setTimeout(() => this.connect(), pause(this.tries++, Math.random()))
  }

  private finish(state: 'left' | 'refused', reason: Reason): void {
    this.done = true
    this.on.over(state, reason)
  }
}

function absolute(url: string): string {
  if (/^wss?:/.test(url)) return url
  return new URL(url, location.href).href.replace(/^http/, 'ws')
}
