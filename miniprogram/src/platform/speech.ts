/** Reading aloud, where the browser has a Chinese voice; the mini-program has none of its own. */
export const canSpeak = typeof speechSynthesis !== 'undefined'

let turn = 0

/** Sentence by sentence: some phones fall silent in the midst of a long one. `done` is told whether all was read, unless hushed. */
export function say(words: string | string[], done: (whole: boolean) => void): void {
  hush()
  const mine = turn
  const sentences = typeof words === 'string' ? [words] : words.filter(Boolean)
  const next = (place: number): void => {
    if (mine !== turn) return
    const sentence = sentences[place]
    if (sentence === undefined) return done(true)
    const speech = new SpeechSynthesisUtterance(sentence)
    speech.lang = 'zh-CN'
    speech.rate = 0.85
    speech.onend = () => next(place + 1)
    speech.onerror = () => mine === turn && done(false)
    speechSynthesis.speak(speech)
  }
  next(0)
}

export function hush(): void {
  turn += 1
  if (canSpeak) speechSynthesis.cancel()
}
