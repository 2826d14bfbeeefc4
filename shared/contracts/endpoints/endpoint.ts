import { Type, type TSchema } from 'typebox'

export interface Endpoint {
  summary: string
  auth: 'none' | 'candidate' | 'staff'
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply?: TSchema
}

export const Nothing = Type.Object({}, { additionalProperties: false })
