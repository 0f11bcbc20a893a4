/** A picture damaged or lost on the way: the phone sends it again. */
const PASSING = new Set([
  'open_upload_not_found', 'piece_damaged', 'piece_differs', 'picture_differs', 'too_many_open_uploads'
])

/** What went wrong, in words for people; `code` is for programs, `field` the JSON path of the value at fault. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field: string | null = null
  ) {
    super(message)
    this.name = 'Problem'
  }

  /** Nobody answered: the same request may be sent again later. */
  get offline(): boolean {
    return this.status === 0
  }

  /** The server may say yes another time, to the very same words. */
  get passing(): boolean {
    const busy = this.status === 408 || this.status === 425 || this.status === 429 || this.status >= 500
    return this.offline || busy || PASSING.has(this.code)
  }
}

export const offlineProblem = () => new Problem(0, 'offline', '现在没有网络，请检查后再试')

/** A problem+json body, or a plain sentence where there was none. */
export function problemFrom(status: number, body: unknown): Problem {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const code = typeof given.code === 'string' ? given.code : `http_${status}`
  const message = typeof given.message === 'string' ? given.message : plainSentence(status)
  return new Problem(status, code, message, typeof given.field === 'string' ? given.field : null)
}

function plainSentence(status: number): string {
  if (status === 401) return '请重新登录'
  if (status === 413) return '内容太大了，请换一张小一点的照片'
  if (status === 429) return '操作太快了，请稍等一会儿再试'
  if (status >= 500) return '系统正忙，请过一会儿再试'
  return '这件事没有办成，请再试一次'
}

/** Words for whatever was thrown. */
export function wordsFor(error: unknown): string {
  return error instanceof Problem ? error.message : '这件事没有办成，请再试一次'
}
