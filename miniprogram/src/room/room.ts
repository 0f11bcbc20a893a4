/** One participant's place in one room; see `types.ts` for what a page may ask of it and hears from it. */

import { Connections } from './connections'
import { Line } from './line'
import type { Me, ServerMessage } from './protocol'
import type { Person, Reason, Room, RoomEvents, RoomOptions, RoomState } from './types'
import { Judge, lookAt } from './weak'

const LOOK_EVERY = 2_000

export function createRoom(options: RoomOptions): Room {
  return new Place(options)
}

class Place implements Room {
  state: RoomState = 'idle'
  private readonly line: Line
  private readonly streams = new Map<string, MediaStream>()
  private connections: Connections | null = null
  private judge = new Judge()
  /** The node holds pictures back, as our network does not carry them. */
  private heldBack = false
  private weak = false
  private frozen = 0
  private who: Me | null = null
  private people: readonly Person[] = []
  private standing: 'knocking' | 'in' = 'knocking'
  private resume: string | undefined
  private admission: string | undefined
  private lineUp = false
  private mediaUp = true
  private muted = false
  private camera = true
  private video: MediaStreamTrack | null
  private looking: ReturnType<typeof setInterval> | undefined
  private joined: { resolve(): void; reject(reason: Reason): void } | null = null

  constructor(private readonly options: RoomOptions) {
    this.video = options.local?.getVideoTracks()[0] ?? null
    this.line = new Line(options.signallingUrl, options.findAgain, {
      open: () => this.line.send({ type: 'hello', resume: this.resume, admission: this.admission }),
      message: (message) => this.hear(message),
      lost: () => {
        this.lineUp = false
        this.settle()
      },
      over: (state, reason) => this.finish(state, reason)
    })
  }

  get me(): Person | null {
    return this.who && { ...this.who, connected: this.mediaUp, muted: this.muted, camera: this.camera }
  }

  join(): Promise<void> {
    if (this.state !== 'idle') return Promise.reject(new Error('a room is joined once'))
    addEventListener('online', this.networkChanged)
    this.looking = setInterval(() => void this.look(), LOOK_EVERY)
    return new Promise((resolve, reject) => {
      this.joined = { resolve, reject }
      this.line.connect()
    })
  }

  leave(): void {
    this.line.send({ type: 'leave' })
    this.finish('left', 'left')
  }

  admit(participantId: string): void {
    this.line.send({ type: 'admit', participant: participantId })
  }

  remove(participantId: string): void {
    this.line.send({ type: 'remove', participant: participantId })
  }

  end(): void {
    this.line.send({ type: 'end' })
  }

  setMuted(muted: boolean): void {
    this.muted = muted
    for (const track of this.options.local?.getAudioTracks() ?? []) track.enabled = !muted
    this.sendState()
  }

  setCamera(on: boolean): void {
    this.camera = on
    void this.connections?.setVideo(this.video, on)
    this.sendState()
  }

  async replaceVideoTrack(track: MediaStreamTrack | null): Promise<void> {
    this.video = track
    await this.connections?.setVideo(track, this.camera)
  }

  private hear(message: ServerMessage): void {
    if (isOver(this.state)) return
    switch (message.type) {
      case 'welcome':
        return this.welcomed(message)
      case 'state':
        this.standing = message.state
        this.admission = message.admission ?? this.admission
        return this.settle()
      case 'offer':
        return this.connections?.take(message)
      case 'knock':
        return this.tell('knock', message.waiting)
      case 'people':
        return this.meet(message.people)
      case 'network':
        this.heldBack = message.state !== 'good'
        return this.tellWeak()
    }
  }

  private welcomed(message: Extract<ServerMessage, { type: 'welcome' }>): void {
    this.who = message.me
    this.standing = message.state
    this.admission = message.admission ?? this.admission
    this.lineUp = true
    if (message.resume !== this.resume) this.startAfresh(message.ice_servers)
    this.resume = message.resume
    this.settle()
    this.sendState()
  }

  /** The room does not know our connections (any more): new ones, for which it will send offers. */
  private startAfresh(iceServers: RTCIceServer[]): void {
    this.connections?.close()
    this.frozen = 0
    this.heldBack = false
    this.mediaUp = true
    const config: RTCConfiguration = {
      iceServers,
      iceTransportPolicy: this.options.transport ?? 'all',
      bundlePolicy: 'max-bundle'
    }
    this.connections = new Connections(this.options.local, config, {
      answer: (pc, number, sdp) => this.line.send({ type: 'answer', pc, number, sdp }),
      restart: (pc) => this.line.send({ type: 'restart', pc }),
      remote: (personId, stream) => this.show(personId, stream),
      flowing: (flowing) => {
        this.mediaUp = flowing
        this.settle()
      }
    })
    void this.connections.setVideo(this.video, this.camera)
  }

  private show(personId: string, stream: MediaStream): void {
    if (this.streams.get(personId) === stream) return
    this.streams.set(personId, stream)
    this.tell('remote', personId, stream)
  }

  private meet(people: readonly Person[]): void {
    this.people = people
    for (const personId of [...this.streams.keys()]) {
      if (people.some((person) => person.id === personId)) continue
      this.streams.delete(personId)
      this.tell('remote', personId, null)
    }
    this.tell('people', people)
  }

  private sendState(): void {
    if (this.who) this.line.send({ type: 'state', muted: this.muted, camera: this.camera && this.video !== null })
  }

  private settle(): void {
    if (isOver(this.state)) return
    const known = this.who !== null
    if (!known && !this.lineUp) return
    this.become(this.lineUp && (this.mediaUp || this.standing === 'knocking') ? this.standing : 'reconnecting', null)
  }

  private become(state: RoomState, reason: Reason | null): void {
    if (state === this.state) return
    this.state = state
    if (state === 'in') this.joined?.resolve()
    this.tell('state', state, reason)
  }

  private finish(state: 'left' | 'refused', reason: Reason): void {
    if (isOver(this.state)) return
    removeEventListener('online', this.networkChanged)
    clearInterval(this.looking)
    this.line.close()
    this.connections?.close()
    if (this.people.length) this.meet([])
    this.become(state, reason)
    this.joined?.reject(reason)
  }

  private async look(): Promise<void> {
    if (this.state !== 'in' || !this.connections) return
    const look = lookAt(await this.connections.stats())
    this.judge.look(look)
    this.tellWeak()
    if (look.freezes === this.frozen) return
    this.frozen = look.freezes
    this.line.send({ type: 'quality', freezes: look.freezes, frozen_ms: Math.round(look.frozen * 1000) })
  }

  /** What we see ourselves, or the node sees of the way to us. */
  private tellWeak(): void {
    const weak = this.judge.weak || this.heldBack
    if (weak === this.weak) return
    this.weak = weak
    this.tell('weak', weak)
  }

  private readonly networkChanged = (): void => {
    this.line.networkChanged()
    this.connections?.networkChanged()
  }

  private tell<Name extends keyof RoomEvents>(name: Name, ...args: Parameters<RoomEvents[Name]>): void {
    const handler = this.options.on[name] as ((...args: Parameters<RoomEvents[Name]>) => void) | undefined
    handler?.(...args)
  }
}

function isOver(state: RoomState): boolean {
  return state === 'left' || state === 'refused'
}
