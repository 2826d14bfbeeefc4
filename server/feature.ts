/**
 * What a feature hands to the wiring: its manifest, `<feature>/feature.ts`. wiring/features.ts lists them in order; a name that two of
 * them use, or a need that nobody before them fills, does not compile.
 */
import type Router from '@koa/router'
import type { Connection } from 'mongoose'
import type { FileKind } from './data-files/file-kind.js'
import type { Job } from './jobs/job-runner.js'
import type { KeyRing } from './mongo/key-ring.js'
import type { Vault } from './mongo/vault.js'

export interface StoreTools {
  connection: Connection
  keys: KeyRing
  vault: Vault
}

export interface Manifest {
  name: string
  /** By the names under which everybody finds them. What has `ready` is waited for. */
  stores?: (tools: StoreTools) => object
  /**
   * What later features find by these names. `early` is what features before it give; `whole()` is everything, for what is called only
   * once all is wired: an early feature may ask a later one, but never make it do something (ADR 003: that goes through a queue).
   */
  gives?: (early: never, whole: () => never) => object
  /** Of the data that people edit as files and this feature owns. */
  fileKinds?: readonly FileKind[]
  routers?: (deps: never) => Router[]
  jobs?: (deps: never) => Job[]
}

/** Remembers a look-up for a few seconds, until `forgetFiles`: data files change seldom. */
export type Remember = <Key extends string[], Value extends object>(
  find: (...key: Key) => Promise<Value | undefined>,
) => (...key: Key) => Promise<Value | undefined>
