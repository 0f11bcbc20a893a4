/** 大声一点: beyond what a video element can play, through a gain and a limiter so that nothing cracks. */
const STEPS = [1, 1.8, 3]

export class Loud {
  private context: AudioContext | null = null
  private gain: GainNode | null = null
  private step = 0
  private readonly sources = new Map<string, MediaStreamAudioSourceNode>()

  /** From now on sound comes from here, and the video elements must be silent. */
  get active(): boolean {
    return this.step > 0
  }

  get loudest(): boolean {
    return this.step === STEPS.length - 1
  }

  /** One step louder, from within a tap. */
  louder(streams: ReadonlyMap<string, MediaStream>): void {
    if (this.loudest) return
    this.step += 1
    if (!this.context) {
      this.context = new AudioContext()
      const limiter = this.context.createDynamicsCompressor()
      this.gain = this.context.createGain()
      this.gain.connect(limiter).connect(this.context.destination)
    }
    this.gain!.gain.value = STEPS[this.step]!
    void this.context.resume()
    this.follow(streams)
  }

  /** Plays exactly these streams. */
  follow(streams: ReadonlyMap<string, MediaStream>): void {
    if (!this.context || !this.gain) return
    for (const [id, source] of this.sources) {
      if (source.mediaStream === streams.get(id)) continue
      source.disconnect()
      this.sources.delete(id)
    }
    for (const [id, stream] of streams) {
      if (this.sources.has(id) || !stream.getAudioTracks().length) continue
      const source = this.context.createMediaStreamSource(stream)
      source.connect(this.gain)
      this.sources.set(id, source)
    }
  }

  close(): void {
    void this.context?.close()
  }
}
