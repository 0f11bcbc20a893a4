/** What a picture is, by its first bytes; null for what the server does not read, HEIC above all. */
export function pictureKind(bytes: ArrayBuffer): 'image/jpeg' | 'image/png' | 'image/webp' | null {
  const start = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(12, bytes.byteLength)))
  if (start.startsWith('\xff\xd8')) return 'image/jpeg'
  if (start.startsWith('\x89PNG')) return 'image/png'
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'image/webp' : null
}
