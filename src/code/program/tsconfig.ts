import { dirname, relative } from 'node:path'
import ts from 'typescript'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import type { Disk } from './contracts.js'
import { isInside } from './inside.js'

/** What a tsconfig asks for, its `extends` and referenced projects included. */
interface Configuration {
  readonly options: ts.CompilerOptions
  readonly files: readonly string[]
  readonly notices: readonly string[]
}

/** Options and values that a newer or older TypeScript knows: no reason to stop. */
const otherVersions = new Set([5023, 5024, 5025, 5108, 6046, 5107, 5109, 5110, 5095, 5070, 5069, 5071])
/** Empty `files` or `include`: judged when all projects have been read. */
const noInputs = new Set([18002, 18003])
/** A file that `extends` names and that is not there. */
const notFound = new Set([6053, 5083, 6096, 18001])

/** Reads a tsconfig; faults in its text are errors, what only this version does not know is a notice. */
export function readConfiguration(disk: Disk, path: string, root: string): Result<Configuration, UserError> {
  return readProject(disk, path, root, new Set())
}

function readProject(disk: Disk, path: string, root: string, seen: Set<string>): Result<Configuration, UserError> {
  seen.add(path)
  const text = disk.readFile(path)
  if (text === undefined) return { ok: false, error: { message: `${relative(root, path)} cannot be read` } }
  const source = ts.readJsonConfigFile(path, () => text)
  const host: ts.ParseConfigHost = { ...disk, useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames }
  const parsed = ts.parseJsonSourceFileConfigFileContent(source, host, dirname(path), undefined, path)
  const notices: string[] = []
  const { error: broken } = ts.parseConfigFileTextToJson(path, text)
  for (const problem of [...(broken ? [broken] : []), ...parsed.errors]) {
    if (problem.category !== ts.DiagnosticCategory.Error || noInputs.has(problem.code)) continue
    if (otherVersions.has(problem.code) || notFound.has(problem.code))
      notices.push(noticeOf(errorOf(problem, path, root)))
    else return { ok: false, error: errorOf(problem, path, root) }
  }
  const files = parsed.fileNames.filter((each) => isInside(each, root))
  if (files.length < parsed.fileNames.length)
    notices.push('files outside the root that the tsconfig includes are not read')
  let options = parsed.options
  for (const reference of parsed.projectReferences ?? []) {
    const target = disk.directoryExists(reference.path) ? `${reference.path}/tsconfig.json` : reference.path
    if (seen.has(target) || !isInside(target, root) || !disk.fileExists(target)) continue
    const other = readProject(disk, target, root, seen)
    if (!other.ok) return other
    // Options of a tsconfig that only lists others (solution style) do not reach them; the first that has files is asked.
    if (files.length === 0 && other.value.files.length > 0) options = { ...pathsOf(options), ...other.value.options }
    files.push(...other.value.files)
    notices.push(...other.value.notices)
  }
  return { ok: true, value: { options, files: [...new Set(files)], notices } }
}

/** Short names for folders, which tools that run the code without compiling it look up in the tsconfig they find first. */
function pathsOf({ paths, baseUrl, pathsBasePath }: ts.CompilerOptions): ts.CompilerOptions {
  return {
    ...(paths === undefined ? {} : { paths }),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(pathsBasePath === undefined ? {} : { pathsBasePath }),
  }
}

function noticeOf({ file, line, column, message }: UserError): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(':')}: ${message}`
}

function worded(problem: ts.Diagnostic, root: string): string {
  return ts.flattenDiagnosticMessageText(problem.messageText, ' ').replaceAll(`${root}/`, '')
}

function errorOf(problem: ts.Diagnostic, path: string, root: string): UserError {
  const message = worded(problem, root)
  const file = problem.file ?? null
  if (!file || problem.start === undefined) return { message, file: relative(root, path) }
  const { line, character } = file.getLineAndCharacterOfPosition(problem.start)
  return { message, file: relative(root, file.fileName), line: line + 1, column: character + 1 }
}
