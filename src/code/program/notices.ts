import { isBuiltin } from 'node:module'
import { dirname } from 'node:path'
import ts from 'typescript'
import type { Disk, Manifests } from './contracts.js'

/** What is not installed, and is therefore unknown. */
export function installationNotices(
  disk: Disk,
  folder: string,
  manifests: Manifests,
  files: readonly ts.SourceFile[],
  program: ts.Program,
): readonly string[] {
  const untyped = untypedImports(files, program.getTypeChecker())
  const installed = (specifier: string) => isInstalled(disk, folder, packageOf(specifier))
  const lost = lostAliases(untyped, program.getCompilerOptions(), installed)
  const aliases = [...lost].map(([alias, names]) => aliasNotice(alias, names))
  const declared = [...manifests.needed].filter((name) => !name.startsWith('@types/'))
  const absent = new Set(declared.filter((name) => !isInstalled(disk, folder, name)))
  if (declared.length > 0 && absent.size === declared.length) {
    return ['node_modules is missing: types from dependencies are unknown', ...aliases]
  }
  const missing = [...absent].map((name) => `${name} is declared but not installed: types from it are unknown`)
  const notices = [...missing, ...aliases]
  const behindAliases = new Set([...lost.values()].flat())
  const packages = [...untyped].filter((specifier) => !behindAliases.has(specifier) && !isOwn(specifier))
  for (const name of new Set(packages.map(packageOf))) {
    if (absent.has(name)) continue
    const types = isBuiltin(name) ? '@types/node' : `@types/${name.replace(/^@/, '').replace('/', '__')}`
    if (isBuiltin(name) || (isInstalled(disk, folder, name) && !isInstalled(disk, folder, types))) {
      notices.push(`${types} is not installed: types from ${name} are unknown`)
    } else if (!isInstalled(disk, folder, name)) {
      notices.push(`${name} is not installed: types from it are unknown`)
    }
  }
  return [...new Set(notices)].sort()
}

function isInstalled(disk: Disk, folder: string, name: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (disk.directoryExists(`${at}/node_modules/${name}`)) return true
    if (at === dirname(at)) return false
  }
}

/** What begins so is the project's own by custom, whatever a tsconfig says. */
const isOwn = (specifier: string): boolean => /^[#~]|^@\//.test(specifier)

/** What a bundler takes in, and the compiler never finds. */
const isAsset = (specifier: string): boolean =>
  /\.(?:css|s[ac]ss|less|svg|png|jpe?g|gif|html?|graphql|gql|sql|md|vue)$/.test(specifier)

/** Imports that the tsconfig's `paths` give a place of which there is no file, by their pattern there. */
function lostAliases(
  untyped: ReadonlySet<string>,
  { paths = {} }: ts.CompilerOptions,
  installed: (specifier: string) => boolean,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const specifier of [...untyped].sort()) {
    const alias = Object.keys(paths).find((pattern) => pattern !== '*' && fits(specifier, pattern))
    if (alias === undefined || installed(specifier) || isAsset(specifier)) continue
    found.set(alias, [...(found.get(alias) ?? []), specifier])
  }
  return found
}

function fits(specifier: string, pattern: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return specifier === pattern
  return specifier.length >= pattern.length - 1 && specifier.startsWith(before) && specifier.endsWith(after)
}

function aliasNotice(alias: string, names: readonly string[]): string {
  const more = names.length > 3 ? ` and ${names.length - 3} more` : ''
  return `the alias "${alias}" of the tsconfig leads to no file for ${names.slice(0, 3).join(', ')}${more}: types from there are unknown`
}

/** What the files import by other than a relative path and of which the program has no types. */
function untypedImports(files: readonly ts.SourceFile[], checker: ts.TypeChecker): ReadonlySet<string> {
  const names = new Set<string>()
  for (const statement of files.flatMap((file) => file.statements)) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause || statement.importClause.isTypeOnly) continue
    const specifier = statement.moduleSpecifier
    if (!ts.isStringLiteral(specifier) || /^[./]/.test(specifier.text)) continue
    if (!checker.getSymbolAtLocation(specifier)) names.add(specifier.text)
  }
  return names
}

function packageOf(specifier: string): string {
  const parts = specifier.replace(/^node:/, '').split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
