import { dirname, relative } from 'node:path'
import ts from 'typescript'
import type { Disk } from './contracts.js'

/** What Nitro and Nuxt let every file of the server use without an import, once they have prepared a project. */
interface Preparation {
  /** Files by their path relative to the root. */
  readonly files: ReadonlyMap<string, string>
  /** Of these, what declares the names; absolute. */
  readonly declares: string | null
}

interface Framework {
  readonly packages: readonly string[]
  /** Relative to the project's folder. */
  readonly declares: string
  readonly configs: Readonly<Record<string, object>>
  /** Whose exported names are known everywhere. */
  readonly utilities: readonly string[]
}

const language = { target: 'ESNext', module: 'ESNext', moduleResolution: 'Bundler', allowJs: true, jsx: 'preserve' }

const nuxtPaths = {
  '~/*': ['../app/*', '../*'],
  '@/*': ['../app/*', '../*'],
  '~~/*': ['../*'],
  '@@/*': ['../*'],
  '#shared/*': ['../shared/*'],
  '#imports': ['./types/nitro-imports'],
}
const nuxtOptions = { compilerOptions: { ...language, strict: true, paths: nuxtPaths } }

const frameworks: readonly Framework[] = [
  {
    packages: ['nuxt'],
    declares: '.nuxt/types/nitro-imports.d.ts',
    configs: {
      '.nuxt/tsconfig.json': { ...nuxtOptions, include: ['../**/*'] },
      '.nuxt/tsconfig.server.json': { ...nuxtOptions, include: ['../server/**/*', '../shared/**/*'] },
    },
    utilities: ['server/utils/**/*', 'shared/utils/**/*', 'shared/types/**/*'],
  },
  {
    packages: ['nitropack', 'nitro'],
    declares: '.nitro/types/nitro-imports.d.ts',
    configs: {
      '.nitro/types/tsconfig.json': {
        compilerOptions: {
          ...language,
          paths: {
            '~/*': ['../../server/*', '../../src/*', '../../*'],
            '@/*': ['../../server/*', '../../src/*', '../../*'],
            '~~/*': ['../../*'],
            '@@/*': ['../../*'],
            '#imports': ['./nitro-imports'],
          },
        },
        include: ['../../**/*'],
      },
    },
    utilities: ['utils/**/*', 'server/utils/**/*', 'src/utils/**/*'],
  },
]

/**
 * What `nitropack prepare` and `nuxt prepare` would write, where nobody has run them: git ignores it, so that a fresh clone
 * has neither the options that its tsconfig extends nor the names that its files use.
 */
export function generatedImports(
  disk: Disk,
  folder: string,
  root: string,
  dependencies: ReadonlySet<string>,
): Preparation {
  const framework = frameworks.find(({ packages }) => packages.some((name) => dependencies.has(name)))
  if (framework === undefined || disk.fileExists(`${folder}/${framework.declares}`))
    return { files: new Map(), declares: null }
  const declares = `${folder}/${framework.declares}`
  const files = new Map([[relative(root, declares), declarations(disk, folder, dirname(declares), framework)]])
  for (const [path, config] of Object.entries(framework.configs)) {
    if (!disk.fileExists(`${folder}/${path}`)) files.set(relative(root, `${folder}/${path}`), JSON.stringify(config))
  }
  return { files, declares }
}

interface Source {
  readonly from: string
  readonly values: readonly string[]
  readonly types: readonly string[]
}

function declarations(disk: Disk, folder: string, home: string, { utilities }: Framework): string {
  const own = disk
    .readDirectory(folder, ['.ts', '.mts', '.js', '.mjs'], ['**/node_modules'], [...utilities])
    .filter((path) => !/\.d\.[cm]?ts$/.test(path))
    .map((path): Source => ({ from: relative(home, path).replace(/ts$/, 'js'), ...exportsOf(disk, path) }))
  const sources = [...own, ...libraries(disk, folder)]
  const lines = (write: (source: Source) => readonly string[]) => sources.flatMap(write).join('\n')
  const listed = (keyword: string, names: readonly string[], from: string) =>
    names.length === 0 ? [] : [`${keyword} { ${names.join(', ')} } from '${from}'`]
  const constants = lines(({ from, values }) => values.map((name) => `const ${name}: typeof import('${from}').${name}`))
  const types = lines(({ from, types }) => listed('export type', types, from))
  const exports = lines(({ from, values }) => listed('export', values, from))
  // What one block exports hides what it does not.
  return [`declare global {\n${constants}\n}`, `declare global {\n${types}\n}`, exports, types, 'export {}'].join('\n')
}

/** Names that h3 and Nitro's own runtime export: functions, not classes and hooks of other places. */
function libraries(disk: Disk, folder: string): readonly Source[] {
  return ['h3', 'nitropack/runtime'].flatMap((name) => {
    const path = resolved(disk, name, `${folder}/nitro.ts`)
    if (path === undefined) return []
    const { values } = exportsOf(disk, path)
    return [{ from: name, values: values.filter((each) => /^[a-z]/.test(each)), types: [] }]
  })
}

function resolved(disk: Disk, name: string, from: string): string | undefined {
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler, allowJs: true }
  return ts.resolveModuleName(name, from, options, disk).resolvedModule?.resolvedFileName
}

function exportsOf(disk: Disk, path: string, depth = 0): Pick<Source, 'values' | 'types'> {
  const file = ts.createSourceFile(path, disk.readFile(path) ?? '', ts.ScriptTarget.Latest)
  const values = new Set<string>()
  const types = new Set<string>()
  for (const statement of file.statements) {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause, isTypeOnly, moduleSpecifier } = statement
      if (exportClause !== undefined && ts.isNamedExports(exportClause)) {
        for (const each of exportClause.elements) (each.isTypeOnly || isTypeOnly ? types : values).add(each.name.text)
      }
      const all = exportClause === undefined && moduleSpecifier && ts.isStringLiteral(moduleSpecifier) && depth < 4
      const target = all ? resolved(disk, moduleSpecifier.text, path) : undefined
      const further = target === undefined ? null : exportsOf(disk, target, depth + 1)
      for (const name of further?.values ?? []) values.add(name)
      for (const name of further?.types ?? []) types.add(name)
      continue
    }
    if (!ts.canHaveModifiers(statement)) continue
    const flags = (ts.getModifiers(statement) ?? []).map(({ kind }) => kind)
    if (!flags.includes(ts.SyntaxKind.ExportKeyword) || flags.includes(ts.SyntaxKind.DefaultKeyword)) continue
    for (const name of namesOf(statement)) values.add(name)
    if (isType(statement)) types.add(statement.name.text)
  }
  values.delete('default')
  return { values: [...values], types: [...types] }
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement))
    return statement.name === undefined ? [] : [statement.name.text]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []))
}

function isType(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
}
