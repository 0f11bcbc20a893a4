/** Reading aloud, where the browser has a Chinese voice; the mini-program has none of its own. */
export const canSpeak = typeof speechSynthesis !== 'undefined'

export function say(words: string, done: () => void): void {
  hush()
  const speech = new SpeechSynthesisUtterance(words)
  speech.lang = 'zh-CN'
  speech.rate = 0.85
  speech.onend = done
  speech.onerror = done
  speechSynthesis.speak(speech)
}

export function hush(): void {
  if (canSpeak) speechSynthesis.cancel()
}
