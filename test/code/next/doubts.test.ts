import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { next } from '../../../src/code/adapters/next/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

const common = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: { strict: true, target: 'es2022', lib: ['es2022', 'dom'], module: 'esnext', types: [] },
  }),
  'package.json': '{"dependencies":{"next":"16"}}',
  'app/api/pets/route.ts': 'export async function GET() { return Response.json({ ok: true }) }',
}

function read(files: Readonly<Record<string, string>>) {
  const virtual = { files: new Map(Object.entries({ ...common, ...files })), alone: true as const }
  const project = openProject(resolve('test/code/next'), { virtual })
  if (!project.ok) throw new Error(project.error.message)
  return next.read(project.value)
}

const middleware = (matcher: string) => ({
  'middleware.ts': `
    export function middleware(request: Request) {
      if (request.headers.get('x-token') === null) return Response.json({ error: 'no' }, { status: 401 })
    }
    export const config = { matcher: ${matcher} }`,
})

describe('middleware whose matcher asks for more than a path', () => {
  const [pets] = read(
    middleware(`[{ source: '/api/:path*', missing: [{ type: 'header', key: 'x-inner' }] }]`),
  ).endpoints

  it('leaves open who may ask', () => {
    expect(pets?.security).toEqual({
      kind: 'unknown',
      reason: 'the matcher of a middleware does not tell whether it runs',
    })
  })

  it('has its statuses and headers doubted', () => {
    expect(pets?.responses.map(({ status }) => status)).toEqual(['200'])
    expect(pets?.gaps.filter(({ about }) => about === 'status')).toContainEqual({
      about: 'status',
      reason: 'the matcher of a middleware does not tell whether it runs',
      statuses: ['401'],
    })
    expect(pets?.gaps.map(({ about }) => about)).toContain('header')
  })

  it('guards where the path alone decides', () => {
    const [guarded] = read(middleware(`['/api/:path*']`)).endpoints
    expect(guarded?.security.kind).toBe('guarded')
    expect(guarded?.responses.map(({ status }) => status)).toEqual(['200', '401'])
  })
})

describe('the configuration of an application', () => {
  it.each([
    ['export default { async rewrites() { return [] } }', 'the rewrites of the application are not followed'],
    ['export default { rewrites: async () => [] }', 'the rewrites of the application are not followed'],
    [
      'export default { basePath: process.env.BASE }',
      'the base path of the application is computed: `process.env.BASE`',
    ],
  ])('%s', (text, reason) => {
    const column = text.indexOf('async rewrites') + 1 || text.search(/rewrites:|process/) + 1
    expect(read({ 'next.config.mjs': text }).unresolved).toEqual([
      { at: { file: 'next.config.mjs', line: 1, column }, reason },
    ])
  })
})

describe('a route handler', () => {
  const readRoute = (statements: string) =>
    read({
      'app/api/pets/route.ts': `
        import { cookies } from 'next/headers'
        import { type NextRequest, NextResponse } from 'next/server'
        const json = (data: unknown, init?: number | ResponseInit) =>
          NextResponse.json(data, typeof init === 'number' ? { status: init } : init)
        export async function GET(request: NextRequest) { ${statements} }`,
    }).endpoints[0]

  it.each([
    ["return json({ error: 'no' }, 400)", ['400']],
    ['return json({ made: true }, { status: 201 })', ['201']],
    ['return json({ found: true })', ['200']],
  ])('has the status that a helper makes of what it is handed: %s', (statements, statuses) => {
    const endpoint = readRoute(statements)
    expect(endpoint?.responses.map(({ status }) => status)).toEqual(statuses)
    expect(endpoint?.gaps.filter(({ about, statuses: some }) => about === 'status' && some === undefined)).toEqual([])
  })

  it('reads only the parameters that are taken out of a part of the request with a name of its own', () => {
    const endpoint = readRoute("const { searchParams } = request.nextUrl; return json({ q: searchParams.get('q') })")
    expect(endpoint?.parameters.map(({ name }) => name)).toEqual(['q'])
    expect(endpoint?.gaps.map(({ about }) => about)).not.toContain('query')
  })

  it('reads no cookie where it sets one', () => {
    const endpoint = readRoute(
      "const jar = await cookies(); jar.set('a', 'b'); jar.delete('c'); return json({ ok: true })",
    )
    expect(endpoint?.parameters).toEqual([])
    expect(endpoint?.gaps.map(({ about }) => about)).not.toContain('cookie')
  })
})

describe('middleware', () => {
  const readBehind = (statements: string) =>
    read({
      'middleware.ts': `
        import { type NextRequest, NextResponse } from 'next/server'
        export function middleware(request: NextRequest) { ${statements} }`,
    }).endpoints[0]

  it('reads nothing behind a condition on the path that does not hold', () => {
    const blocked = "request.headers.get('x-blocked')"
    const refused = "return NextResponse.json({ error: 'blocked' }, { status: 403 })"
    const condition = `request.nextUrl.pathname.startsWith('/api/legacy') && ${blocked}`
    expect(readBehind(`if (${condition}) ${refused}`)?.parameters).toEqual([])
  })

  it('may set headers on the answer that it lets through', () => {
    const endpoint = readBehind("const answer = NextResponse.next(); answer.headers.set('x-id', '1'); return answer")
    expect(endpoint?.gaps.map(({ about }) => about)).toContain('response-header')
  })
})

describe('middleware that a function of another package stands around', () => {
  const [pets] = read({
    'middleware.ts': `
      import { clerkMiddleware, createRouteMatcher } from '@clerk/nextjs/server'
      const isOpen = createRouteMatcher(['/open(.*)'])
      export default clerkMiddleware(async (auth, req) => {
        if (req.method === 'OPTIONS') return new Response(null, { status: 204 })
        if (!isOpen(req)) await auth.protect()
      })`,
  }).endpoints

  it('leaves open who may ask, and how they are turned away', () => {
    const reason = '`clerkMiddleware` of another package stands around the middleware'
    expect(pets?.security).toEqual({ kind: 'unknown', reason })
    expect(pets?.gaps).toContainEqual({ about: 'status', reason, statuses: ['3XX', '4XX'] })
  })

  it('finds the request behind what the package hands first', () => {
    expect(pets?.responses.map(({ status }) => status)).toEqual(['200'])
  })
})
