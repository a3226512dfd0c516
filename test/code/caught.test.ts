import { describe, expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

const files = new Map(
  Object.entries({
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        target: 'es2022',
        module: 'nodenext',
        types: [],
        jsx: 'preserve',
        lib: ['es2023', 'dom'],
      },
    }),
    'package.json': '{"type":"module","dependencies":{"next":"16"}}',
    'wrapper.ts': `
      import { ZodError } from 'zod'
      import { MailError } from 'mail-package'
      export class AppError extends Error { constructor(readonly status: number, message: string) { super(message) } }
      type Handler = (request: Request) => Promise<Response>
      export function withErrors(handler: Handler): Handler {
        return async (request) => {
          try {
            return await handler(request)
          } catch (error) {
            if (error instanceof ZodError) return Response.json({ issues: error.issues.length }, { status: 422 })
            if (error instanceof AppError) return Response.json({ error: error.message }, { status: error.status })
            if (error instanceof MailError) return Response.json({ error: 'mail' }, { status: 502 })
            return Response.json({ error: 'internal' }, { status: 500 })
          }
        }
      }`,
    'store.ts': `
      import { z } from 'zod'
      import { AppError } from './wrapper.js'
      const Row = z.object({ id: z.string() })
      export const all = async () => [{ id: '1' }]
      export const one = async (id: string) => { if (id === '') throw new AppError(404, 'none'); return { id } }
      export const stored = async (row: unknown) => Row.parse(row)
      export interface Mailer { send(to: string): Promise<void> }`,
    'app/quiet/route.ts': `
      import { all } from '../../store.js'
      import { withErrors } from '../../wrapper.js'
      export const GET = withErrors(async () => Response.json(await all()))`,
    'app/parses/route.ts': `
      import { z } from 'zod'
      import { withErrors } from '../../wrapper.js'
      export const POST = withErrors(async (request) => Response.json(z.object({ name: z.string() }).parse(await request.json())))`,
    'app/throws/route.ts': `
      import { one } from '../../store.js'
      import { withErrors } from '../../wrapper.js'
      export const GET = withErrors(async () => Response.json(await one('1')))`,
    'app/rows/route.ts': `
      import { stored } from '../../store.js'
      import { withErrors } from '../../wrapper.js'
      export const GET = withErrors(async () => Response.json(await stored({})))`,
    'app/hidden/route.ts': `
      import type { Mailer } from '../../store.js'
      import { withErrors } from '../../wrapper.js'
      declare const mailer: Mailer
      export const GET = withErrors(async () => { await mailer.send('a'); return Response.json({ ok: true }) })`,
    'app/own/route.ts': `
      import { MailError, mail } from 'mail-package'
      export async function GET() {
        try { await mail(); return Response.json({ ok: true }) } catch (error) {
          if (error instanceof MailError) return Response.json({ error: 'mail' }, { status: 502 })
          throw error
        }
      }`,
  }),
)
const read = readFiles('test/code', files)
const { endpoints } = read

const at = (path: string) => {
  const found = endpoints.find((each) => each.path === path)
  if (found === undefined) throw new Error(`${path} is not read`)
  return found
}
const answers = (path: string) => at(path).responses.map(({ status }) => status)
const open = (path: string) => {
  const gaps = at(path).gaps.filter(({ about }) => about === 'status')
  return new Set(gaps.flatMap(({ statuses }) => statuses ?? ['any']))
}

describe('a wrapper that names classes of errors', () => {
  it('answers none of a validator where nothing is parsed, and none of the project where nothing throws it', () => {
    expect(answers('/quiet')).toEqual(['200', '500'])
    expect([...open('/quiet')].filter((status) => ['404', '422', 'any'].includes(status))).toEqual([])
  })

  it('answers those of a validator where the request is parsed', () => {
    expect(answers('/parses')).toEqual(['200', '422', '500'])
  })

  it('answers those of the project that the code behind throws, with their status', () => {
    expect(answers('/throws')).toEqual(['200', '404', '500'])
  })

  it('may answer those of a validator where something else than the request is parsed', () => {
    expect(answers('/rows')).toEqual(['200', '500'])
    expect(open('/rows')).toContain('422')
  })

  it('may answer any of them where code is called that is not in sight', () => {
    expect(answers('/hidden')).toEqual(['200', '500'])
    expect(open('/hidden')).toContain('422')
  })

  it('may answer those of another package, which nobody is seen to throw', () => {
    expect(open('/quiet')).toContain('502')
  })
})

it('a catch in the handler itself is taken at its word', () => {
  expect(answers('/own')).toContain('502')
})
