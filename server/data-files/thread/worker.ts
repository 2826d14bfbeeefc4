/** Reads one data file and ends; where there are fewer cores than threads, those who serve people go first. */
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { readDataFile, type DataFile } from '../read-data-file.js'
import { placesOf, type ReadApart } from './places.js'

const laterThanOthers = 5
// Elsewhere it would be the whole process: on Linux a thread has a priority of its own
if (process.platform === 'linux') setPriority(laterThanOthers)

const reading = readDataFile(workerData as DataFile)
const told: ReadApart =
  reading.kind === 'refused'
    ? reading
    : { kind: 'read', content: reading.file.content, places: placesOf(reading.file.content, reading.file.locate) }
parentPort?.postMessage(told)
