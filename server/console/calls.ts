/**
 * Every endpoint of staff with what it takes and returns, from shared/contracts/endpoints.ts. Types only: no schema gets into the
 * bundle. A reply that is not described there is unknown.
 */
import type { Static, TSchema } from 'typebox'
import type { endpoints } from '../../shared/contracts/endpoints.js'

type Endpoints = typeof endpoints
type OfStaff = { [Key in keyof Endpoints]: Endpoints[Key] extends { auth: 'staff' } ? Key : never }[keyof Endpoints]

type Given<Endpoint, Name extends string> =
  Endpoint extends Record<Name, infer Schema extends TSchema> ? Record<Name, Static<Schema>> : object
type ReplyOf<Endpoint> = Endpoint extends { reply: infer Schema extends TSchema } ? Static<Schema> : unknown

export type Calls = {
  [Key in OfStaff]: Given<Endpoints[Key], 'params'> &
    Given<Endpoints[Key], 'query'> &
    Given<Endpoints[Key], 'body'> & { reply: ReplyOf<Endpoints[Key]> }
}
