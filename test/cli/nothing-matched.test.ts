import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { endpointReportOf, reportOf } from '../reporters/builders.js'
import { auditedOf, worldOf } from './world.js'

const place = { file: 'x', line: 1, column: 1 }

/** What the run says where these operations and routes are all that there is. */
async function saidOf(spec: readonly string[], code: readonly string[], unresolved: readonly number[] = []) {
  const report = reportOf()
  const endpointOf = (text: string, side: 'spec' | 'code') => {
    const [method = '', path = ''] = text.split(' ')
    return endpointReportOf({ method, path, spec: null, code: null, [side]: place })
  }
  const world = worldOf(
    auditedOf(
      {
        ...report,
        summary: {
          ...report.summary,
          endpoints: { ...report.summary.endpoints, documented: spec.length, served: code.length, matched: 0 },
        },
        endpoints: [...spec.map((each) => endpointOf(each, 'spec')), ...code.map((each) => endpointOf(each, 'code'))],
      },
      {
        routes: {
          code: [],
          spec: [],
          ignored: [],
          unresolved: unresolved.map((line) => ({ file: 'src/app.ts', line, column: 3, reason: `reason ${line}` })),
        },
      },
    ),
  )
  expect(await run([], world.io, world.tool)).toBe(2)
  return world.stderr()
}

describe('a run in which nothing met', () => {
  it('says first what could not be followed, and why', async () => {
    const said = await saidOf(['GET /pets'], ['GET /health'], [4])
    expect(said).toContain('What could not be followed may serve them: src/app.ts:4:3 (reason 4). Write it so that')
    expect(said).not.toContain('"prefix"')
  })

  it('names a few of many', async () => {
    const said = await saidOf(['GET /pets'], ['GET /health'], [4, 5, 6, 7, 8])
    expect(said).toContain('src/app.ts:6:3 (reason 6), and 2 more that "tattletype routes" lists. Write these')
    expect(said).not.toContain('reason 7')
  })

  it.each([
    [
      ['GET /api/pets', 'POST /api/pets', 'GET /api/pets/{id}'],
      ['GET /v1/pets', 'POST /v1/pets', 'GET /v1/pets/{petId}'],
      '3 of the 3 would meet if the documented paths started with /v1 instead of /api',
    ],
    [
      ['GET /api/pets', 'GET /api/toys', 'GET /a', 'GET /b', 'GET /c'],
      ['GET /pets', 'GET /toys'],
      '2 of the 5 would meet with "prefix": "/api" in the configuration',
    ],
    [
      ['GET /pets', 'GET /toys', 'GET /a', 'GET /b', 'GET /c'],
      ['GET /api/pets', 'ALL /api/toys'],
      '2 of the 5 would meet below /api, which the document does not mention: name it in its "servers"',
    ],
  ])('says under which prefix %s and %s would meet', async (spec, code, words) => {
    expect(await saidOf(spec, code)).toContain(words)
  })

  it.each([
    [
      ['GET /pets/{id}', 'PUT /pets/{id}'],
      ['GET /users/{id}', 'PUT /users/{id}'],
    ],
    [
      ['GET /pets/{id}/photos', 'GET /toys'],
      ['GET /users/{id}/photos', 'GET /x'],
    ],
    [
      ['GET /a/pets', 'GET /a/toys'],
      ['POST /b/pets', 'POST /b/toys'],
    ],
  ])('only asks where %s and %s are alike by chance', async (spec, code) => {
    expect(await saidOf(spec, code)).toContain(
      'Do they belong together, or is a "prefix" missing in the configuration?',
    )
  })
})
