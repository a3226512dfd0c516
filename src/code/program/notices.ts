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
  checker: ts.TypeChecker,
): readonly string[] {
  const declared = [...manifests.needed].filter((name) => !name.startsWith('@types/'))
  const absent = new Set(declared.filter((name) => !isInstalled(disk, folder, name)))
  if (declared.length > 0 && absent.size === declared.length) {
    return ['node_modules is missing: types from dependencies are unknown']
  }
  const notices = [...absent].map((name) => `${name} is declared but not installed: types from it are unknown`)
  for (const name of untypedImports(files, checker)) {
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

/** The packages that the files import by name and of which the program has no types. */
function untypedImports(files: readonly ts.SourceFile[], checker: ts.TypeChecker): ReadonlySet<string> {
  const names = new Set<string>()
  for (const statement of files.flatMap((file) => file.statements)) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause || statement.importClause.isTypeOnly) continue
    const specifier = statement.moduleSpecifier
    if (!ts.isStringLiteral(specifier) || /^[.#/~]|^@\//.test(specifier.text)) continue
    if (!checker.getSymbolAtLocation(specifier)) names.add(packageOf(specifier.text))
  }
  return names
}

function packageOf(specifier: string): string {
  const parts = specifier.replace(/^node:/, '').split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
