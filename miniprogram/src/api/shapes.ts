/**
 * The mini-program has no Request, Headers, Response or FormData: openapi-fetch gets these, the same on both platforms.
 * Only what it uses is here, and nothing of the platform: the package's own chunk imports this file.
 */

type Init = Record<string, string> | Iterable<readonly [string, string]> | undefined

/** Header names are case-insensitive and kept in lower case. */
export class WireHeaders {
  private readonly values = new Map<string, string>()

  constructor(init?: Init) {
    if (!init) return
    const pairs = Symbol.iterator in init ? (init as Iterable<readonly [string, string]>) : Object.entries(init)
    for (const [name, value] of pairs) this.set(name, value)
  }

  set(name: string, value: string): void {
    this.values.set(name.toLowerCase(), String(value))
  }

  append(name: string, value: string): void {
    const before = this.get(name)
    this.set(name, before === null ? value : `${before}, ${value}`)
  }

  get(name: string): string | null {
    return this.values.get(name.toLowerCase()) ?? null
  }

  has(name: string): boolean {
    return this.values.has(name.toLowerCase())
  }

  delete(name: string): void {
    this.values.delete(name.toLowerCase())
  }

  entries(): IterableIterator<[string, string]> {
    return this.values.entries()
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.values.entries()
  }
}

interface RequestInit {
  method?: string
  headers?: WireHeaders
  body?: unknown
}

export class WireRequest {
  readonly method: string
  readonly headers: WireHeaders
  readonly body: unknown

  constructor(
    readonly url: string,
    init: RequestInit = {}
  ) {
    this.method = (init.method ?? 'GET').toUpperCase()
    this.headers = new WireHeaders(init.headers)
    this.body = init.body
  }
}

export class WireResponse {
  readonly ok: boolean

  constructor(
    readonly status: number,
    readonly headers: WireHeaders,
    private readonly content: string | ArrayBuffer
  ) {
    this.ok = status >= 200 && status < 300
  }

  async text(): Promise<string> {
    return typeof this.content === 'string' ? this.content : ''
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text())
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.content as ArrayBuffer
  }
}

/** Nothing is ever one: openapi-fetch only asks whether a body is a form. */
export class WireForm {}
