import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openProject } from '../../../src/code/program/open.js'
import { readCode } from '../../../src/code/read.js'
import { pairUp } from '../../../src/diff/pairs.js'
import { readUnjudged } from '../../../src/openapi/read.js'
import { applyRules } from '../../../src/rules/apply.js'
import { type Keyword, type KeywordName, keywords } from './keywords.js'
import { type Library, libraries, type Place } from './libraries.js'

export type Variant = 'right' | 'wider' | 'narrower'

/** One field of one endpoint: which library says what of it, and where it stands in the request. */
export interface Case {
  readonly library: string
  readonly keyword: KeywordName
  readonly place: Place
}

const table: Readonly<Record<KeywordName, Keyword>> = keywords
const names = Object.keys(keywords).filter((name): name is KeywordName => name in keywords)

/** Every keyword that each library can say, in the body and, where a text can be of its kind, in the query and the path. */
export const cases: readonly Case[] = Object.entries(libraries).flatMap(([library, { fields }]) =>
  names.flatMap((keyword): Case[] =>
    fields[keyword] === undefined
      ? []
      : (['body', ...(table[keyword].inText ? (['query', 'path'] as const) : [])] as const).map((place) => ({
          library,
          keyword,
          place,
        })),
  ),
)

/** What is said of the fields of all routes against one document each for `right`, `wider` and `narrower`. */
export async function sweep(only = Object.keys(libraries)): Promise<Readonly<Record<Variant, Verdict>>> {
  const root = mkdtempSync(join(tmpdir(), 'validators-'))
  try {
    symlinkSync(fileURLToPath(new URL('../../../node_modules', import.meta.url)), join(root, 'node_modules'))
    const dependencies = Object.fromEntries(packages.map((name) => [name, '*']))
    writeFileSync(join(root, 'package.json'), JSON.stringify({ type: 'module', dependencies }))
    writeFileSync(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
    for (const [name, library] of Object.entries(libraries)) {
      if (!only.includes(name)) continue
      mkdirSync(join(root, name))
      writeFileSync(join(root, name, 'app.ts'), codeOf(name, library))
    }
    const project = openProject(root)
    const code = project.ok ? readCode(project.value) : project
    if (!code.ok) throw new Error(code.error.message)
    const against = async (variant: Variant): Promise<Verdict> => {
      writeFileSync(join(root, `${variant}.json`), JSON.stringify(documentOf(variant)))
      const document = await readUnjudged(`${variant}.json`, { root, allowRemote: false })
      if (!document.ok) throw new Error(document.error.message)
      return applyRules(pairUp(document.value, code.value).pairs, { severities: {}, overrides: [] })
    }
    return { right: await against('right'), wider: await against('wider'), narrower: await against('narrower') }
  } finally {
    rmSync(root, { recursive: true })
  }
}

type Verdict = ReturnType<typeof applyRules>

const packages = [
  ...['express', 'fastify', '@nestjs/common', '@nestjs/core', 'zod', 'joi', 'celebrate', 'yup', 'valibot', 'arktype'],
  ...['express-validator', 'ajv', '@sinclair/typebox', 'class-validator', 'class-transformer'],
]

const compilerOptions = {
  ...{ module: 'nodenext', target: 'es2022', strict: true, types: [], skipLibCheck: true },
  ...{ experimentalDecorators: true, emitDecoratorMetadata: true },
}

function codeOf(name: string, library: Library): string {
  const own = cases.filter((each) => each.library === name)
  const routes = own.map(({ keyword, place }) => {
    const field = (place === 'body' ? undefined : library.texts?.[keyword]) ?? library.fields[keyword] ?? ''
    return library.route({
      name: `${name}/${keyword}`,
      place,
      field,
      optional: table[keyword].optional?.right ?? false,
    })
  })
  const controllers = own.map(
    ({ keyword, place }) => `Controller_${`${name}/${keyword}`.replaceAll(/\W/g, '_')}_${place}`,
  )
  return [library.head, ...routes, (library.tail ?? '').replace('CONTROLLERS', controllers.join(', '))].join('\n')
}

export const pathOf = ({ library, keyword, place }: Case): string =>
  `/${library}/${keyword}/${place}${place === 'path' ? '/{f}' : ''}`

function documentOf(variant: Variant): unknown {
  const paths = Object.fromEntries(cases.map((each) => [pathOf(each), operationOf(each, variant)]))
  return { openapi: '3.1.0', info: { title: 'Sweep', version: '1' }, paths }
}

function operationOf({ keyword, place }: Case, variant: Variant): unknown {
  const rule = table[keyword]
  const schema = rule[variant]
  const required = !(rule.optional?.[variant] ?? false)
  const responses = { '200': { description: 'fine' } }
  if (place !== 'body') return { get: { parameters: [{ name: 'f', in: place, required, schema }], responses } }
  const object = { type: 'object', properties: { f: schema }, ...(required ? { required: ['f'] } : {}) }
  return { post: { requestBody: { required: true, content: { 'application/json': { schema: object } } }, responses } }
}
