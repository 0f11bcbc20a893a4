/** `fetch`, spoken over `uni.request`. */
import { WireHeaders, WireResponse, type WireRequest } from '@/api/shapes'

/** Rejects with TypeError when nobody answered, as fetch does. */
export function wireFetch(request: WireRequest, answer: 'text' | 'arraybuffer' = 'text'): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: request.url,
      method: request.method as 'GET',
      data: request.body as string | ArrayBuffer | undefined,
      header: Object.fromEntries(request.headers),
      dataType: 'text',
      responseType: answer,
      timeout: 20_000,
      success: (got) => {
        const headers = new WireHeaders(got.header as Record<string, string>)
        resolve(new WireResponse(got.statusCode, headers, got.data as string | ArrayBuffer))
      },
      fail: () => reject(new TypeError('no answer'))
    })
  })
}
