import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { AuditResult } from '../../src/model/audit-result.js'

const root = fileURLToPath(new URL('../code/documents/fixtures/decorated-drift', import.meta.url))
const options = { root, ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }

/** What is planted in the fixture, by hand. */
const planted = [
  'unimplemented-parameter GET /pets query /limit',
  'undocumented-response-field GET /pets response /*/chip',
  'enum-mismatch GET /pets response /*/kind',
  'required-mismatch GET /pets response /*/nick',
  'type-mismatch GET /pets response /*/price',
  'enum-mismatch POST /pets request /kind',
  'required-mismatch POST /pets request /nick',
  'undocumented-response-field POST /pets response /chip',
  'enum-mismatch POST /pets response /kind',
  'required-mismatch POST /pets response /nick',
  'type-mismatch POST /pets response /price',
  'unsent-status POST /pets response ',
  'undocumented-status POST /pets response ',
  'security-mismatch POST /pets security ',
]

describe('a Nest project whose document is in its decorators', () => {
  let result: AuditResult

  beforeAll(async () => {
    result = await audit(options)
  })

  it('is audited for what the decorators say, and for nothing that they leave to reflection', () => {
    if (!result.ok) throw new Error(result.error.message)
    const found = result.report.findings.map(({ rule, method, path, part, pointer }) =>
      [rule, method, path, part, pointer].join(' '),
    )
    expect(found.sort()).toEqual([...planted].sort())
  })

  it('says that the decorators were read, and which endpoint they hide', () => {
    if (!result.ok) throw new Error(result.error.message)
    expect(result.notices).toEqual([
      'src/main.ts: no document was found, so that the decorators of @nestjs/swagger are read as one',
      'The code keeps an endpoint out of documents, and no finding asks for it: GET /pets/hidden.',
    ])
  })

  it('counts what only reflection could tell as not verified', () => {
    if (!result.ok) throw new Error(result.error.message)
    const open = result.report.unverifiable.map(({ method, path, part, pointer }) =>
      [method, path, part, pointer].join(' '),
    )
    expect(open).toEqual(
      expect.arrayContaining([
        'GET /pets query /kind',
        'GET /pets/silent/{id} path /id',
        'GET /pets/silent/{id} response ',
      ]),
    )
  })

  it('is read on request too, by the file that makes the document', async () => {
    const asked = await audit({ ...options, spec: ['src/main.ts'] })
    if (!asked.ok) throw new Error(asked.error.message)
    expect(asked.report.findings).toHaveLength(planted.length)
    expect(asked.notices).toHaveLength(1)
  })
})
