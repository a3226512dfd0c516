import { describe, expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

const controllers = `
import { Body, Controller, Get, NoSecurity, Post, Query, Route, Security } from 'tsoa'
@Route('pets')
export class Pets extends Controller {
  @Get() public list(@Query() limit = 10): { limit: number } { return { limit } }
  @Post() public create(@Body() body: { legs: number }): void { void body }
  @Get('open') @NoSecurity() public open(): string[] { return [] }
}
export class Base extends Controller {
  @Get('inherited') public inherited(): string[] { return [] }
}
@Route('toys') @Security('own')
export class Toys extends Base {
  @Get('own') public own(): string[] { return [] }
}
@Route('a' + 'b')
export class Computed extends Controller {
  @Get() public list(): string[] { return [] }
}
`

const main = `
import express from 'express'
import { RegisterRoutes } from '../build/routes'
const app = express()
RegisterRoutes(app)
app.listen(3000)
`

/** What a project with these files beside its controllers serves. */
function served(files: Readonly<Record<string, string>>) {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', experimentalDecorators: true }
  return readFiles(
    'test/code/tsoa',
    new Map([
      ['tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['src'] })],
      ['package.json', '{"dependencies":{"tsoa":"*","express":"*"}}'],
      ['src/pets.ts', controllers],
      ['src/main.ts', main],
      ...Object.entries(files),
    ]),
  )
}

const paths = ({ endpoints }: ReturnType<typeof served>) => endpoints.map(({ path }) => path)
const contentOf = ({ endpoints }: ReturnType<typeof served>) =>
  endpoints.find(({ method }) => method === 'POST')?.body?.contents[0]

describe('where the routes stand', () => {
  it('is said by `basePath`', () => {
    const code = served({ 'tsoa.json': '{ "routes": { "basePath": "/v2" } }' })
    expect(paths(code)).toEqual(['/v2/pets', '/v2/pets', '/v2/pets/open', '/v2/toys/own'])
  })

  it.each([
    ['tsoa routes -c config/tsoa.yaml', 'config/tsoa.yaml', 'routes:\n  basePath: /v3\n'],
    ['tsoa spec-and-routes --configuration=./api.json', 'api.json', '{ "routes": { "basePath": "/v3" } }'],
  ])('is read where `%s` says', (script, file, text) => {
    const manifest = { scripts: { routes: script }, dependencies: { tsoa: '*', express: '*' } }
    expect(paths(served({ 'package.json': JSON.stringify(manifest), [file]: text }))[0]).toBe('/v3/pets')
  })

  it('is not known where the configuration is code', () => {
    const manifest = { scripts: { routes: 'tsoa routes -c tsoa.cjs' }, dependencies: { tsoa: '*', express: '*' } }
    const { unresolved } = served({ 'package.json': JSON.stringify(manifest), 'tsoa.cjs': 'module.exports = {}' })
    expect(unresolved.map(({ at, reason }) => `${at.file} ${reason}`)).toContain(
      'tsoa.cjs the configuration of tsoa is not read, so that the path before its routes is not known',
    )
  })
})

it('misses nothing by routes that are not generated yet, and says which path tsoa takes otherwise than it is meant', () => {
  expect(served({}).unresolved.map(({ reason }) => reason)).toEqual([
    "tsoa takes no path of @Route that is computed: 'a' + 'b'",
  ])
})

it('asks for what `rootSecurity` names where no decorator says so', () => {
  const { endpoints } = served({ 'tsoa.json': '{ "spec": { "rootSecurity": [{ "jwt": [] }] } }' })
  expect(endpoints.map(({ security }) => ('schemes' in security ? security.schemes.join() : security.kind))).toEqual([
    'jwt',
    'jwt',
    'open',
    'own',
  ])
})

describe('a number', () => {
  const legs = (config: object) => {
    const schema = contentOf(served({ 'tsoa.json': JSON.stringify(config) }))?.schema.properties?.legs
    return (schema?.anyOf?.[0] ?? schema)?.type
  }

  it('is a whole one where `defaultNumberType` says so', () => {
    expect(legs({})).toEqual(['number'])
    expect(legs({ defaultNumberType: 'integer' })).toEqual(['integer'])
  })

  it('may be written as text, unless bodies are not to be turned', () => {
    const written = (bodyCoercion: boolean) =>
      contentOf(served({ 'tsoa.json': JSON.stringify({ routes: { bodyCoercion } }) }))?.schema.properties?.legs?.anyOf
    expect(written(true)).toMatchObject([{ type: ['number'] }, { type: ['string'], implied: true }])
    expect(written(false)).toBeUndefined()
  })
})

it.each([
  [undefined, true],
  ['ignore', true],
  ['silently-remove-extras', undefined],
  ['throw-on-extras', undefined],
])('lets unlisted fields through under %s: %s', (noImplicitAdditionalProperties, lenient) => {
  const config = JSON.stringify({ noImplicitAdditionalProperties })
  expect(contentOf(served({ 'tsoa.json': config }))?.lenient).toBe(lenient)
})

it('takes the default of a parameter for no answer', () => {
  const [list] = served({}).endpoints
  expect(list?.responses[0]?.contents[0]?.schema.properties?.limit).toMatchObject({ type: ['number'] })
})
