import { expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

const guests = `
import { createExpressServer, Get, JsonController, NotFoundError, Param } from 'routing-controllers'

@JsonController('/guests')
class Guests {
  @Get('/:id')
  one(@Param('id') id: string): { id: string } {
    if (id !== '1') throw new NotFoundError('none')
    return { id }
  }
}

createExpressServer({ controllers: [Guests] }).listen(3000)
`

function read(app: string) {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', experimentalDecorators: true }
  const files = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] }, files: ['app.ts'] })],
    ['package.json', '{"type":"module","dependencies":{"routing-controllers":"*"}}'],
    ['app.ts', app],
  ])
  return readFiles('test/code/routing-controllers', files).endpoints
}

it('leaves open what the default error handler writes of an error, instead of saying that it writes nothing', () => {
  const answer = read(guests)[0]?.responses.find(({ status }) => status === '404')
  expect(answer?.contents.map(({ mediaType, schema }) => [mediaType, schema.inexact !== undefined])).toEqual([
    ['*/*', true],
  ])
})

it.each(['', 'middlewares: []'])('runs every decorated middleware where the server lists none: %s', (option) => {
  const app = `
    import { createExpressServer, ForbiddenError, Get, HttpError, JsonController, Middleware } from 'routing-controllers'
    @Middleware({ type: 'before' })
    class Gate { use(request: object, response: object, next: () => void) { if (Math.random() > 2) throw new HttpError(451); next() } }
    @JsonController('/guests')
    class Guests { @Get() list(): string[] { return [] } }
    createExpressServer({ controllers: [Guests], ${option} }).listen(3000)
  `
  expect(read(app)[0]?.responses.map(({ status }) => status)).toContain('451')
})

it('writes the word null where a JSON action answers null with a status that has a body', () => {
  const app = `
    import { createExpressServer, Get, JsonController, OnNull } from 'routing-controllers'
    @JsonController('/guests')
    class Guests {
      @Get('/first') @OnNull(410) first(): { id: number } | null { return null }
      @Get('/last') last(): { id: number } | null { return null }
    }
    createExpressServer({ controllers: [Guests] }).listen(3000)
  `
  const contents = read(app).map(({ path, responses }) => [
    path,
    responses
      .find(({ status }) => status === '410' || status === '204')
      ?.contents.map(({ schema: { at: _at, ...words } }) => words),
  ])
  expect(contents).toEqual([
    ['/guests/first', [{ enum: [null] }]],
    ['/guests/last', []],
  ])
})
