/** Reads one table and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../threads/give-way.js'
import { readTable, type TableFile } from '../read-table.js'

giveWay()
parentPort?.postMessage(readTable(workerData as TableFile))
