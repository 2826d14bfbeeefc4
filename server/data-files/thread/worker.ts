/** Reads one data file and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../threads/give-way.js'
import { readDataFile, type DataFile } from '../read-data-file.js'
import { placesOf, type ReadApart } from './places.js'

giveWay()
const reading = readDataFile(workerData as DataFile)
const told: ReadApart =
  reading.kind === 'refused'
    ? reading
    : { kind: 'read', content: reading.file.content, places: placesOf(reading.file.content, reading.file.locate) }
parentPort?.postMessage(told)
