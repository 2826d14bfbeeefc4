// JavaScript on purpose: Node 20 does not pass tsx on to worker threads, so something it can read must register it first.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
