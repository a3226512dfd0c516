import { dirname, relative, resolve } from 'node:path'
import ts from 'typescript'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import type { Project } from '../project.js'
import { createTypeReader } from '../types/create.js'
import { createEvaluator } from '../values/create.js'
import { createHost } from './compiler-host.js'
import type { OpenOptions } from './contracts.js'
import { createDisk } from './disk.js'
import { generatedImports } from './generated-imports.js'
import { isInside } from './inside.js'
import { readManifests } from './manifests.js'
import { installationNotices } from './notices.js'
import { readingOptions } from './options.js'
import { nextSourceFiles } from './source-files.js'
import { watchedSystem } from './system.js'
import { isTestFile, withoutTests } from './test-files.js'
import { readConfiguration } from './tsconfig.js'
import type { VirtualFiles } from './virtual-files.js'

/**
 * Opens the code of a project: one program, parsed once, read with our own TypeScript. Type errors in it never stop anything;
 * a tsconfig that is missing, broken or empty does, as a value. Nothing is read outside the root but `node_modules`.
 */
export function openProject(rootFolder: string, options: OpenOptions = {}): Result<Project, UserError> {
  const { journal } = options
  const root = slashed(watchedSystem(journal).realpath(resolve(rootFolder)))
  const written = createDisk(root, options.virtual, journal)
  const config = slashed(resolve(root, options.config ?? 'tsconfig.json'))
  const path = written.directoryExists(config) ? `${config}/tsconfig.json` : config
  if (!written.fileExists(path)) return { ok: false, error: missing(relative(root, path)) }
  const folder = dirname(path)
  const manifests = readManifests(written, folder, root)
  const generated = generatedImports(written, folder, root, manifests.dependencies)
  const disk = generated.declares === null ? written : createDisk(root, over(options.virtual, generated.files), journal)
  const configuration = readConfiguration(disk, path, root)
  if (!configuration.ok) return configuration
  const roots = withoutTests(configuration.value.files, (each) => relative(root, each))
  if (roots.length === 0) {
    return { ok: false, error: { message: 'the tsconfig includes no files', file: relative(root, path) } }
  }
  const compilerOptions = readingOptions(configuration.value.options, manifests.typescript)
  const host = createHost(disk, compilerOptions, folder, root, options.cache ?? nextSourceFiles())
  const program = ts.createProgram({
    rootNames: [...roots, ...(generated.declares === null ? [] : [generated.declares])],
    options: compilerOptions,
    host,
  })
  const checker = program.getTypeChecker()
  const chosen = new Set(roots)
  const files = program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file))
    .filter((file) => isInside(file.fileName, root) && !file.fileName.endsWith('.json'))
    .filter((file) => chosen.has(file.fileName) || !isTestFile(relative(root, file.fileName)))
  const locate = createLocate(root)
  return {
    ok: true,
    value: {
      root,
      config: relative(root, path),
      program,
      checker,
      files,
      dependencies: manifests.dependencies,
      types: createTypeReader({ program, checker, root, locate }),
      values: createEvaluator({ program, checker, files }),
      notices: [
        ...configuration.value.notices,
        ...installationNotices(disk, folder, manifests, files, program),
        ...[...disk.refused]
          .filter((each) => /\.[cm]?[jt]sx?$|\.json$/.test(each))
          .sort()
          .map((each) => `${relative(root, each)} is outside the root and is not read`),
      ],
      authentication: options.authentication ?? [],
      locate,
      readText: (path) => (isInside(path, root) ? disk.readFile(path) : undefined),
    },
  }
}

function createLocate(root: string): Project['locate'] {
  const names = new Map<string, string>()
  return (node) => {
    const source = node.getSourceFile()
    const file = names.get(source.fileName) ?? relative(root, source.fileName)
    names.set(source.fileName, file)
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source))
    return { file, line: line + 1, column: character + 1 }
  }
}

function missing(path: string): UserError {
  return {
    message: `no tsconfig: ${path} does not exist`,
    hint: 'Name the tsconfig of the server, or add one beside its package.json.',
  }
}

const over = (virtual: VirtualFiles | undefined, files: VirtualFiles['files']): VirtualFiles => ({
  files: new Map([...files, ...(virtual?.files ?? [])]),
  alone: virtual?.alone ?? false,
})

const slashed = (path: string) => path.replaceAll('\\', '/')
