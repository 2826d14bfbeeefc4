/** Listens to one recording and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '../../threads/give-way.js'
import { listen, type SpokenClips } from '../listen.js'

giveWay()
parentPort?.postMessage(await listen(workerData as SpokenClips))
