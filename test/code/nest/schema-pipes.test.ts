import { describe, expect, it } from 'vitest'
import { readText } from './app.js'

/** What the body of the one endpoint of an application must hold. */
function bodyOf(declared: string, handler: string, setup = '') {
  const text = `
    import { type ArgumentMetadata, BadRequestException, Body, Controller, Module, type PipeTransform, Post, UsePipes } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { createZodDto, ZodValidationPipe } from 'nestjs-zod'
    import { z, type ZodType } from 'zod'
    const petSchema = z.object({ name: z.string().min(1), age: z.number().optional() })
    type Pet = z.infer<typeof petSchema>
    class PetDto extends createZodDto(petSchema) {}
    ${declared}
    @Controller('pets')
    class Pets { @Post() ${handler} { return 'kept' } }
    @Module({ controllers: [Pets] })
    class App {}
    async function start() {
      const app = await NestFactory.create(App)
      ${setup}
      await app.listen(1)
    }
    start()
  `
  const content = readText(text).endpoints[0]?.body?.contents[0]
  return { schema: content?.schema, declared: content?.declared ?? false }
}

const pipe = (transform: string) => `
  class ZodPipe implements PipeTransform {
    constructor(private readonly schema: ZodType) {}
    transform(value: unknown, metadata: ArgumentMetadata) { ${transform} }
  }`
const checking = pipe(`
  const result = this.schema.safeParse(value)
  if (!result.success) throw new BadRequestException()
  return result.data`)

const pet = {
  type: ['object'],
  properties: { name: { type: ['string'], minLength: 1 }, age: { type: ['number'] } },
  required: ['name'],
}

describe('a pipe of the project that is made with a schema', () => {
  it.each([
    ['over the body', checking, 'keep(@Body(new ZodPipe(petSchema)) pet: Pet)'],
    ['over the method', checking, '@UsePipes(new ZodPipe(petSchema)) keep(@Body() pet: Pet)'],
    ['by a check that throws', pipe('return this.schema.parse(value)'), 'keep(@Body(new ZodPipe(petSchema)) pet: Pet)'],
  ])('says what is accepted, %s', (_, declared, handler) => {
    expect(bodyOf(declared, handler)).toMatchObject({ schema: pet, declared: false })
  })

  it.each([
    [
      'lets other parts of the request through',
      `if (metadata.type !== 'body') return value; return this.schema.parse(value)`,
    ],
    ['checks and does not refuse', 'this.schema.safeParse(value); return 1'],
    ['swallows what the check throws', 'try { return this.schema.parse(value) } catch { return null }'],
    ['checks another value', 'return this.schema.parse({ value })'],
  ])('says nothing for sure where it %s', (_, transform) => {
    expect(bodyOf(pipe(transform), 'keep(@Body(new ZodPipe(petSchema)) pet: Pet)').schema).toEqual({
      inexact: 'the pipe ZodPipe changes or refuses the value',
    })
  })
})

describe('a class of nestjs-zod', () => {
  it('is held against its schema where the pipe of the package runs', () => {
    const body = bodyOf('', 'keep(@Body() pet: PetDto)', 'app.useGlobalPipes(new ZodValidationPipe())')
    expect(body).toMatchObject({ schema: pet, declared: false })
  })

  it('refuses nothing where no pipe runs', () => {
    expect(bodyOf('', 'keep(@Body() pet: PetDto)').declared).toBe(true)
  })
})
