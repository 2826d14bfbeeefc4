/** OpenAPI 3.1 from the same contracts that validate; JSON Schema is its own language, so nothing is translated. */
import type { TSchema } from 'typebox'
import { endpoints, type Endpoint } from '../../shared/contracts/endpoints.js'
import { ErrorReply } from '../../shared/contracts/errors.js'
import { cookieAt, staffCookie } from './staff-session.js'

export function openApiDocument(publicUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [key, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const [method, path] = key.split(' ') as [string, string]
    const template = path.replace(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: '小招 Xiaozhao', version: '0.1.0' },
    servers: [{ url: publicUrl }],
    components: {
      securitySchemes: {
        candidate: { type: 'http', scheme: 'bearer' },
        staff: { type: 'apiKey', in: 'cookie', name: cookieAt(publicUrl, staffCookie) },
      },
    },
    paths,
  }
}

function operation({ summary, auth, params, query, body, reply }: Endpoint): Record<string, unknown> {
  return {
    summary,
    security: auth === 'none' ? [] : [{ [auth]: [] }],
    parameters: [...parametersIn('path', params), ...parametersIn('query', query)],
    ...(body && { requestBody: { required: true, content: json(body) } }),
    responses: {
      200: { description: 'OK', ...(reply && { content: json(reply) }) },
      default: { description: 'Error', content: json(ErrorReply) },
    },
  }
}

function parametersIn(place: 'path' | 'query', schema: TSchema | undefined) {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, unknown>
    required?: string[]
  }
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: one,
  }))
}

const json = (schema: unknown) => ({ 'application/json': { schema } })
