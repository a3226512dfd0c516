import { expect, it } from 'vitest'
import { readText } from './app.js'

/** The fields of the one answer of an endpoint whose interceptor hands on what `write` makes of `given`. */
function fieldsUnder(write: string) {
  const text = `
    import { type CallHandler, Controller, type ExecutionContext, Get, Module, type NestInterceptor, UseInterceptors } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { map } from 'rxjs'
    interface Given { code: string; message: string; data?: any }
    declare function shorten(value: unknown): string[]
    class Rewrite implements NestInterceptor {
      intercept(context: ExecutionContext, next: CallHandler<any>) {
        return next.handle().pipe(map((given: Given) => { ${write} }))
      }
    }
    @Controller('things')
    @UseInterceptors(Rewrite)
    class Things { @Get() list() { return { code: 200 as const, message: 'all' as const, data: [1] } } }
    @Module({ controllers: [Things] })
    class App {}
    NestFactory.create(App).then((app) => app.listen(1))
  `
  const [endpoint] = readText(text).endpoints
  const schema = endpoint?.responses.find(({ status }) => status === '200')?.contents[0]?.schema
  return JSON.parse(JSON.stringify(schema?.properties ?? null, (key, value) => (key === 'at' ? undefined : value)))
}

it('reads what an interceptor takes out of the value as the handler gives it, whatever type the interceptor claims', () => {
  const code = { enum: [200] }
  expect(fieldsUnder('const { code, message: text } = given; return { code, text }')).toMatchObject({ code })
  expect(fieldsUnder('return { code: given.code }')).toMatchObject({ code })
})

it('does not know what an interceptor computes of it', () => {
  const computed = { inexact: 'an interceptor computes it' }
  expect(fieldsUnder('const { data } = given; const short = shorten(data); return { short }')).toEqual({
    short: computed,
  })
})
