/** What would be drawn, as text: a test can read it, and nobody waits for a font of 10 MB. */
import type { DrawPdf } from '../../server/pdf/pdf-maker.js'

export const specAsPdf: DrawPdf = async (spec) => Buffer.from(JSON.stringify(spec))
