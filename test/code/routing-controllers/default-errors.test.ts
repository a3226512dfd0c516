import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { readCode } from '../../../src/code/read.js'

const app = `
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

it('leaves open what the default error handler writes of an error, instead of saying that it writes nothing', () => {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', experimentalDecorators: true }
  const files = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: [] }, files: ['app.ts'] })],
    ['package.json', '{"type":"module","dependencies":{"routing-controllers":"*"}}'],
    ['app.ts', app],
  ])
  const project = openProject(resolve('test/code/routing-controllers'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const code = readCode(project.value)
  if (!code.ok) throw new Error(code.error.message)
  const answer = code.value.endpoints[0]?.responses.find(({ status }) => status === '404')
  expect(answer?.contents.map(({ mediaType, schema }) => [mediaType, schema.inexact !== undefined])).toEqual([
    ['*/*', true],
  ])
})
