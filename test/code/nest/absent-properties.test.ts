import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { nest } from '../../../src/code/adapters/nest/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

it('requires what a validator refuses to miss, and no other property', () => {
  const text = `
    import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common'
    import { NestFactory } from '@nestjs/core'
    import { Allow, IsEmpty, IsNotEmpty, IsNotIn, IsString, ValidateNested } from 'class-validator'
    class Inner { @IsString() text!: string }
    class Dto {
      @Allow() allowed!: string
      @IsEmpty() empty!: string
      @IsNotIn(['a']) other!: string
      @ValidateNested() nested!: Inner
      @IsString() text!: string
      @Allow() @IsNotEmpty() both!: string
    }
    @Controller('things')
    class Things { @Post() make(@Body() dto: Dto): void {} }
    @Module({ controllers: [Things] })
    class App {}
    async function start() {
      const app = await NestFactory.create(App)
      app.useGlobalPipes(new ValidationPipe())
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
  const schema = endpoint?.body?.contents[0]?.schema
  const named = schema?.ref === undefined ? schema : project.value.types.schemas[schema.ref]
  expect(named?.required).toEqual(['text', 'both'])
})
