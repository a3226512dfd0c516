import { expect, it } from 'vitest'
import { readText } from './app.js'

/** The body of the one route, where the application runs `pipe` over it. */
function bodyUnder(pipe: string) {
  const text = `
    import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { Allow, IsDefined, IsEmpty, IsNotEmpty, IsNotIn, IsString, ValidateNested } from 'class-validator'
    class Inner { @IsString() text!: string }
    class Dto {
      @Allow() allowed!: string
      @IsEmpty() empty!: string
      @IsNotIn(['a']) other!: string
      @ValidateNested() nested!: Inner
      @IsString() text!: string
      @Allow() @IsNotEmpty() both!: string
      @IsDefined() defined!: string
      unlooked!: string
    }
    class StrictPipe extends ValidationPipe {
      constructor() {
        super({ whitelist: true })
      }
    }
    @Controller('things')
    class Things { @Post() make(@Body() dto: Dto): void {} }
    @Module({ controllers: [Things] })
    class App {}
    async function start() {
      const app = await NestFactory.create(App)
      app.useGlobalPipes(${pipe})
      await app.listen(1)
    }
    start()
  `
  const { endpoints, schemas } = readText(text)
  const schema = endpoints[0]?.body?.contents[0]?.schema
  const named = schema?.ref === undefined ? schema : schemas[schema.ref]
  if (named === undefined) throw new Error('no body was read')
  return named
}

it('requires what a validator refuses to miss, and no other property', () => {
  expect(bodyUnder('new ValidationPipe()').required).toEqual(['text', 'both', 'defined'])
})

it('leaves open whether a property must be there that no validator speaks of', () => {
  expect(bodyUnder('new ValidationPipe()').properties?.unlooked?.presence).toBeDefined()
})

it.each(['skipMissingProperties', 'skipUndefinedProperties'])('requires with %s what is checked even so', (option) => {
  expect(bodyUnder(`new ValidationPipe({ ${option}: true })`).required).toEqual(['defined'])
})

it('takes texts for numbers and the like where values are converted first', () => {
  const read = (pipe: string) => bodyUnder(pipe).properties?.text?.anyOf?.some(({ implied }) => implied) === true
  expect(read('new ValidationPipe({ transform: true, transformOptions: { enableImplicitConversion: true } })')).toBe(
    true,
  )
  expect(read('new ValidationPipe({ transform: true })')).toBe(false)
})

it('says that it cannot tell which validators of a group run', () => {
  expect(bodyUnder(`new ValidationPipe({ groups: ['create'] })`).inexact).toContain('group')
})

it('reads what a pipe of the project hands to the one that it extends', () => {
  expect(Object.keys(bodyUnder('new StrictPipe()').properties ?? {})).not.toContain('unlooked')
})
