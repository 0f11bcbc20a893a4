/** Whether the network is too weak for a steady picture, judged from successive looks at the counters. */

export interface Look {
  /** Video packets received and lost so far, all senders together. */
  readonly received: number
  readonly lost: number
  /** Seconds of frozen picture so far. */
  readonly frozen: number
  /** How often a picture froze so far. */
  readonly freezes: number
  /** Share of our own packets that got lost on the way up lately, 0 to 1. */
  readonly lostUp: number
}

const LOSS = 0.08
const FROZEN = 0.5
const BAD_LOOKS = 2
const GOOD_LOOKS = 3

/** Says weak after two bad looks in a row and well again after three good ones. */
export class Judge {
  weak = false
  private last: Look | null = null
  private streak = 0

  /** Takes one look; true when the verdict changed. */
  look(now: Look): boolean {
    const last = this.last
    this.last = now
    if (!last) return false
    const bad = isBad(last, now)
    this.streak = bad === this.weak ? 0 : this.streak + 1
    if (this.streak < (this.weak ? GOOD_LOOKS : BAD_LOOKS)) return false
    this.weak = bad
    this.streak = 0
    return true
  }
}

function isBad(last: Look, now: Look): boolean {
  const lost = Math.max(0, now.lost - last.lost)
  const all = lost + Math.max(0, now.received - last.received)
  return (all > 0 && lost / all > LOSS) || now.frozen - last.frozen > FROZEN || now.lostUp > LOSS
}

/** Adds up the reports of our peer connections. */
export function lookAt(reports: Iterable<RTCStatsReport>): Look {
  const look = { received: 0, lost: 0, frozen: 0, freezes: 0, lostUp: 0 }
  for (const report of reports) {
    report.forEach((entry) => {
      if (entry.type === 'inbound-rtp' && entry.kind === 'video') {
        look.received += entry.packetsReceived ?? 0
        look.lost += entry.packetsLost ?? 0
        look.frozen += entry.totalFreezesDuration ?? 0
        look.freezes += entry.freezeCount ?? 0
      } else if (entry.type === 'remote-inbound-rtp') {
        look.lostUp = Math.max(look.lostUp, entry.fractionLost ?? 0)
      }
    })
  }
  return look
}
