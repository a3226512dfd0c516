import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { nest } from '../../../src/code/adapters/nest/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

/** The one endpoint of an application that is set up with `setup`. */
function endpointUnder(setup: string) {
  const text = `
    import { Controller, Get, Module, Query, ValidationPipe } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { IsString } from 'class-validator'
    class Page { @IsString() readonly offset!: string; @IsString() readonly limit!: string }
    @Controller('things')
    class Things { @Get() list(@Query() { offset, limit }: Page) { return { offset, limit } } }
    @Module({ controllers: [Things] })
    class App {}
    async function start() {
      const app = await NestFactory.create(App)
      ${setup}
      await app.listen(1)
    }
    start()
  `
  const options = { strict: true, module: 'NodeNext', experimentalDecorators: true, emitDecoratorMetadata: true }
  const files = new Map([
    ['package.json', '{"dependencies":{"@nestjs/common":"11","@nestjs/core":"11","class-validator":"0"}}'],
    ['tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['a.ts'] })],
    ['a.ts', text],
  ])
  const project = openProject(resolve('test/code/nest'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const [endpoint] = nest.read(project.value).endpoints
  if (!endpoint) throw new Error('no endpoint was read')
  return endpoint
}

const required = (setup: string) => endpointUnder(setup).parameters.map(({ name, required }) => [name, required])

it('requires the query parameters that a pipe checks', () => {
  expect(required('app.useGlobalPipes(new ValidationPipe())')).toEqual([
    ['offset', true],
    ['limit', true],
  ])
})

it('does not require query parameters that only a type declares', () => {
  expect(required('')).toEqual([
    ['offset', undefined],
    ['limit', undefined],
  ])
})

it('names the status and the message alone in the body of an error that nobody expected', () => {
  const unexpected = endpointUnder('').responses.find(({ status }) => status === '500')
  expect(Object.keys(unexpected?.contents[0]?.schema.properties ?? {})).toEqual(['statusCode', 'message'])
})
