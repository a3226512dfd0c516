import { expect, it } from 'vitest'
import { lineOf } from '../endpoint-lines.js'
import { readFiles } from '../in-memory.js'

const controllers = `
import { Controller, Get, Route, Security } from 'tsoa'
@Route('pets')
export class Pets extends Controller {
  @Get('jwt') @Security('jwt') public jwt(): string[] { return [] }
  @Get('admin') @Security('jwt', ['admin']) public admin(): string[] { return [] }
  @Get('key') @Security('api_key') public key(): string[] { return [] }
  @Get('both') @Security({ jwt: ['admin'], api_key: [] }) public both(): string[] { return [] }
  @Get('open') public open(): string[] { return [] }
}
`

const main = `
import express, { type NextFunction, type Request, type Response } from 'express'
const app = express()
app.use((error: { status?: number; message: string }, _req: Request, res: Response, _next: NextFunction) => {
  res.status(error.status ?? 500).json({ message: error.message })
})
app.listen(3000)
`

/** What each route answers where this is the project's authentication. */
function served(authentication: string): readonly string[] {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', experimentalDecorators: true }
  const files = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['*.ts'] })],
    ['package.json', '{"type":"module","dependencies":{"tsoa":"*","express":"*"}}'],
    ['pets.ts', controllers],
    ['main.ts', main],
    ['authentication.ts', authentication],
  ])
  const code = readFiles('test/code/tsoa', files)
  return code.endpoints.map((endpoint) => {
    const [name, , , statuses] = lineOf(endpoint).split(' | ')
    return `${name?.replace('GET /pets/', '')}: ${statuses}`
  })
}

it('answers what the authentication refuses each scheme and scope with; an error without a status with 401', () => {
  const authentication = `
    import type { Request } from 'express'
    class Forbidden extends Error { readonly status = 403 }
    export function expressAuthentication(request: Request, securityName: string, scopes?: string[]): Promise<unknown> {
      if (securityName === 'api_key') {
        if (request.query.access_token === 'abc') return Promise.resolve({ id: 1 })
        throw new Forbidden('no key')
      }
      if (securityName === 'jwt') {
        const token = request.headers.authorization
        if (!token) throw new Error('no token')
        for (const scope of scopes ?? []) if (!token.includes(scope)) throw new Forbidden(scope)
        return Promise.resolve({ id: 2 })
      }
      throw new Error('no such scheme')
    }`
  expect(served(authentication)).toEqual([
    'jwt: 200 401 (500)',
    'admin: 200 401 403 (500)',
    'key: 200 403 (500)',
    'both: 200 401 403 (500)',
    'open: 200 (500)',
  ])
})

it('reads a promise that is rejected', () => {
  const authentication = `
    import type { Request } from 'express'
    export async function expressAuthentication(request: Request, _name: string): Promise<unknown> {
      return new Promise((resolve, reject) => {
        if (!request.headers.authorization) reject(new Error('no token'))
        else resolve({ id: 2 })
      })
    }`
  expect(served(authentication)[0]).toBe('jwt: 200 401 (500)')
})

it('leaves both refusals open where the project has no authentication to read', () => {
  expect(served('export const nothing = 1')[0]).toBe('jwt: 200 (401) (403) (500)')
})
