import { expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

/** What the two routes of a controller answer, one of which has an optional parameter and one a default. */
function served(dependencies: Readonly<Record<string, string>>, controller: string) {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', experimentalDecorators: true }
  const files = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['*.ts'] })],
    ['package.json', JSON.stringify({ dependencies })],
    ['pets.ts', controller],
  ])
  return readFiles('test/code/values', files).endpoints.map(({ responses }) => {
    const [content] = responses.find(({ status }) => status === '200')?.contents ?? []
    return content?.schema
  })
}

const body = `{
  @Get('some') some(@QUERY('all') all: boolean = false) { return { all } }
  @Get('known') known(@QUERY('all') all?: boolean) { if (all) return { all: 'yes' as const }; return { all: 'no' as const } }
}`

it.each([
  [
    { '@nestjs/common': '*', '@nestjs/core': '*' },
    `import { Controller, Get, Module, Query } from '@nestjs/common'
     import { NestFactory } from '@nestjs/core'
     @Controller('pets') export class Pets ${body.replaceAll('QUERY', 'Query')}
     @Module({ controllers: [Pets] }) class AppModule {}
     NestFactory.create(AppModule).then((app) => app.listen(3000))`,
  ],
  [
    { 'routing-controllers': '*', express: '*' },
    `import { createExpressServer, Get, JsonController, QueryParam } from 'routing-controllers'
     @JsonController('/pets') export class Pets ${body.replaceAll('QUERY', 'QueryParam').replaceAll("Get('", "Get('/")}
     createExpressServer({ controllers: [Pets] }).listen(3000)`,
  ],
  [
    { tsoa: '*', express: '*' },
    `import { Controller, Get, Query, Route } from 'tsoa'
     @Route('pets') export class Pets extends Controller ${body.replaceAll('QUERY', 'Query')}`,
  ],
])('takes the default of a decorated parameter for no answer: %o', (dependencies, controller) => {
  const [some, known] = served(dependencies, controller)
  expect(some?.properties?.all).toMatchObject({ type: ['boolean'] })
  expect(JSON.stringify(known)).toMatch(/"yes".*"no"|"no".*"yes"/)
})
