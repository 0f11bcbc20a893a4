import { afterEach, expect, test, vi } from 'vitest'
import { digest } from '@/platform/digest'
import { pictureKind } from '@/platform/picture-kind'

afterEach(() => vi.unstubAllGlobals())

test.each([0, 1, 55, 56, 64, 1000, 70_000])('the mini-program computes the same SHA-256 of %i bytes', async (size) => {
  const bytes = Uint8Array.from({ length: size }, (_, place) => (place * 7919) % 251).buffer
  const native = await digest(bytes)
  vi.stubGlobal('crypto', {})
  expect(await digest(bytes)).toBe(native)
  expect(native).toMatch(/^[0-9a-f]{64}$/)
})

test('tells photographs by their first bytes', () => {
  const begins = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer
  expect(pictureKind(begins('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
  expect(pictureKind(begins('\x89PNG\r\n'))).toBe('image/png')
  expect(pictureKind(begins('RIFF....WEBPVP8 '))).toBe('image/webp')
  expect(pictureKind(begins('\0\0\0\x18ftypheic'))).toBeNull()
  expect(pictureKind(begins('<svg xmlns'))).toBeNull()
  expect(pictureKind(new ArrayBuffer(0))).toBeNull()
})
