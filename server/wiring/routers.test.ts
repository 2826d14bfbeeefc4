import { expect } from 'chai'
import { endpoints } from '../../shared/contracts/endpoints.js'
import type { Deps } from './deps.js'
import { openApiDocument } from '../http/openapi.js'
import { allRouters } from './routers.js'

/** Routers are built before anything is looked up in their dependencies, but for the address they are served at. */
const noDeps = { publicUrl: 'http://127.0.0.1:7300' } as Deps
const served = allRouters(noDeps).flatMap((router) =>
  router.stack.flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path).replace(/\/$/, '')}`),
  ),
)

describe('the table of endpoints', () => {
  it('names every route that is served, and no other', () => {
    expect([...new Set(served)].sort()).to.deep.equal(Object.keys(endpoints).sort())
  })

  it('becomes OpenAPI with every path parameter, body and reply', () => {
    const { openapi, paths } = openApiDocument('http://127.0.0.1:7300') as {
      openapi: string
      paths: Record<string, Record<string, Record<string, unknown>>>
    }

    const answer = paths['/api/candidate/interviews/{id}/questions/{number}/answer']?.put
    expect(openapi).to.equal('3.1.0')
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).to.have.length(Object.keys(endpoints).length)
    expect((answer?.parameters as { name: string }[]).map(({ name }) => name)).to.deep.equal(['id', 'number'])
    expect(JSON.stringify(answer?.requestBody)).to.contain('"maxLength":2000')
    expect(paths['/api/candidate/sessions']?.post?.security).to.deep.equal([])
  })
})
