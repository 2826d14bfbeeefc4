/** Characters that the font has not would be empty boxes: they are written as their code, so that a reader knows what stands there. Pure. */
import type { PdfSpec } from './pdf-spec.js'

type Has = (codePoint: number) => boolean

/** More than an emoji of several parts: a word in a script that the font has not. */
const mostCodes = 8
const breaks = /\r\n?|[\u2028\u2029\v\f]/g
/** Joiners, variation selectors and marks of direction: they have no picture of their own. */
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u

export interface Drawable {
  text: string
  replaced: boolean
}

export function drawableText(text: string, has: Has, { few, many }: PdfSpec['undrawable']): Drawable {
  let replaced = false
  const written = (run: Run): string => {
    if (run.drawn) return run.text
    replaced = true
    const missing = [...run.text].filter((one) => one !== ' ')
    const words = missing.length > mostCodes ? many : few
    return words.replaceAll('{codes}', missing.map(codeOf).join(' ')).replaceAll('{count}', String(missing.length))
  }
  return { text: runsIn(text, has).map(written).join(''), replaced }
}

interface Run {
  text: string
  drawn: boolean
}

/** Spaces between words that cannot be drawn belong to them. */
function runsIn(text: string, has: Has): Run[] {
  const drawn = (one: string) => one === '\n' || has(one.codePointAt(0)!)
  const runs: Run[] = []
  for (const one of text.replace(breaks, '\n').replaceAll('\t', '    ')) {
    if (ignorable.test(one)) continue
    const last = runs.at(-1)
    const goesOn = last && (last.drawn ? drawn(one) : one === ' ' || !drawn(one))
    if (goesOn) last.text += one
    else runs.push({ text: one, drawn: drawn(one) })
  }
  return runs.flatMap((run) => (run.drawn ? [run] : spacesApart(run)))
}

function spacesApart({ text }: Run): Run[] {
  const words = text.trimEnd()
  return [
    { text: words, drawn: false },
    { text: text.slice(words.length), drawn: true },
  ]
}

const codeOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
