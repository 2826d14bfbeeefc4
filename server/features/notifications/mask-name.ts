/** A name as a group may read it: enough to recognise somebody one knows, not enough to learn who applied. Pure. */

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** 王小明 → 王*明 · 李雷 → 李* · Jane Smith → J*** S***. Counts what a person sees as one character. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  if (/^[\p{Script=Latin}\s.'’-]+$/u.test(trimmed))
    return trimmed
      .split(/\s+/)
      .map((word) => `${lettersOf(word)[0]}***`)
      .join(' ')

  const letters = lettersOf(trimmed)
  if (letters.length < 2) return '*'
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}*${letters.at(-1)}`
}

const lettersOf = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment)
