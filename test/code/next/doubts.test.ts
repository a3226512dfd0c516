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
