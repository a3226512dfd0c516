import { expect, it } from 'vitest'
import { readText } from './app.js'

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
  const [endpoint] = readText(text).endpoints
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
