/** Draws one PDF and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../threads/give-way.js'
import { drawPdf } from '../draw-pdf.js'
import type { PdfSpec } from '../pdf-spec.js'

giveWay()
const pdf = await drawPdf(workerData as PdfSpec)
parentPort?.postMessage(pdf)
