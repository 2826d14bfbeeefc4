/** The organisation's colour on our pages: one colour given, its darker and lighter companions mixed from it. */

const defaultBrand = '#0052d9'

type Rgb = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

function parse(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!match) return undefined
  const [, red = '0', green = '0', blue = '0'] = match
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}

const mix = (colour: Rgb, other: Rgb, share: number): string =>
  `#${colour
    .map((part, index) =>
      Math.round(part * (1 - share) + (other[index] ?? 0) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Empty for our own colour and for anything that is no colour: the token file then stands. */
export function brandVariables(brandColor: string): string {
  const colour = parse(brandColor)
  if (!colour || brandColor.toLowerCase() === defaultBrand) return ''

  const variables = {
    '--brand': brandColor.toLowerCase(),
    '--brand-press': mix(colour, black, 0.2),
    '--brand-soft': mix(colour, white, 0.94),
    '--brand-line': mix(colour, white, 0.84),
    '--head-from': mix(colour, black, 0.04),
    '--head-to': mix(colour, white, 0.25),
  }
  return Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/** 1 for WeChat's standard size (16 px), up to 2; text smaller than standard is not made smaller still. */
export function textScale({
  fontSizeScaleFactor,
  fontSizeSetting,
}: {
  fontSizeScaleFactor?: number
  fontSizeSetting?: number
}): number {
  const scale = fontSizeScaleFactor ?? (fontSizeSetting ?? 16) / 16
  const limited = Math.min(2, Math.max(1, scale))
  return fontSizeSetting === 17 && fontSizeScaleFactor === undefined ? 1 : Math.round(limited * 100) / 100
}
