/** The two peer connections: one sends, one receives. The room always offers; we only answer. */

import type { Offer, Which } from './protocol'

const RESTART_AFTER = 1_500
const RESTART_AGAIN = 4_000

export interface ConnectionEvents {
  answer(pc: Which, number: number, sdp: string): void
  /** The network under this connection changed or failed: ask for new ICE credentials. */
  restart(pc: Which): void
  /** A person's stream came (again). */
  remote(personId: string, stream: MediaStream): void
  /** Media flow (true) or are interrupted (false), over both connections. */
  flowing(flowing: boolean): void
}

export class Connections {
  private readonly pcs = new Map<Which, RTCPeerConnection>()
  private readonly turns = new Map<Which, Promise<void>>()
  private readonly timers = new Map<Which, ReturnType<typeof setTimeout>>()
  private audio: MediaStreamTrack | null
  private video: MediaStreamTrack | null
  private cameraOn = true
  private closed = false

  constructor(
    local: MediaStream | null,
    private readonly config: RTCConfiguration,
    private readonly on: ConnectionEvents
  ) {
    this.audio = local?.getAudioTracks()[0] ?? null
    this.video = local?.getVideoTracks()[0] ?? null
  }

  /** Answers an offer; offers of one connection are answered one after another. */
  take(offer: Offer): void {
    const before = this.turns.get(offer.pc) ?? Promise.resolve()
    this.turns.set(offer.pc, before.then(() => this.answer(offer)).catch(() => this.on.restart(offer.pc)))
  }

  async setVideo(track: MediaStreamTrack | null, on: boolean): Promise<void> {
    this.video = track
    this.cameraOn = on
    await this.sender('video')?.replaceTrack(on ? track : null)
  }

  async stats(): Promise<RTCStatsReport[]> {
    return Promise.all([...this.pcs.values()].map((pc) => pc.getStats()))
  }

  /** The device is on another network: do not wait until the old one is given up. */
  networkChanged(): void {
    for (const which of this.pcs.keys()) this.on.restart(which)
  }

  close(): void {
    this.closed = true
    for (const timer of this.timers.values()) clearTimeout(timer)
    for (const pc of this.pcs.values()) {
      pc.onconnectionstatechange = pc.oniceconnectionstatechange = pc.ontrack = null
      pc.close()
    }
    this.pcs.clear()
  }

  private async answer({ pc: which, number, sdp }: Offer): Promise<void> {
    if (this.closed) return
    const pc = this.pcs.get(which) ?? this.open(which)
    await pc.setRemoteDescription({ type: 'offer', sdp })
    if (which === 'publish') await this.attach(pc)
    const answer = await pc.createAnswer()
    await pc.setLocalDescription(answer)
    if (!this.closed) this.on.answer(which, number, answer.sdp ?? '')
  }

  private open(which: Which): RTCPeerConnection {
    const pc = new RTCPeerConnection(this.config)
    this.pcs.set(which, pc)
    pc.oniceconnectionstatechange = () => this.watch(which, pc)
    pc.onconnectionstatechange = () => this.watch(which, pc)
    pc.ontrack = ({ streams }) => {
      if (streams[0]) this.on.remote(streams[0].id, streams[0])
    }
    return pc
  }

  /** Our tracks onto the two lines the room offers to receive; the lines stay open for tracks that come later. */
  private async attach(pc: RTCPeerConnection): Promise<void> {
    for (const transceiver of pc.getTransceivers()) {
      transceiver.direction = 'sendonly'
      const isAudio = transceiver.receiver.track.kind === 'audio'
      const track = isAudio ? this.audio : this.cameraOn ? this.video : null
      if (transceiver.sender.track !== track) await transceiver.sender.replaceTrack(track)
    }
  }

  private sender(kind: 'audio' | 'video'): RTCRtpSender | undefined {
    const transceivers = this.pcs.get('publish')?.getTransceivers() ?? []
    return transceivers.find((one) => one.receiver.track.kind === kind)?.sender
  }

  private watch(which: Which, pc: RTCPeerConnection): void {
    const broken = (one: RTCPeerConnection) => ['disconnected', 'failed'].includes(one.iceConnectionState)
    this.on.flowing(![...this.pcs.values()].some(broken))
    clearTimeout(this.timers.get(which))
    if (!broken(pc)) return
    const again = () => {
      if (this.closed || !broken(pc)) return
      this.on.restart(which)
      this.timers.set(which, setTimeout(again, RESTART_AGAIN))
    }
    this.timers.set(which, setTimeout(again, pc.iceConnectionState === 'failed' ? 0 : RESTART_AFTER))
  }
}
