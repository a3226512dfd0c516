import ts from 'typescript'
import { majorOf } from './manifests.js'

/**
 * The options that the project is read with. `strictNullChecks` is forced, for what the authors wrote as `T | null` must not
 * vanish; a project on TypeScript 6 or later gets that version's defaults where it says nothing else.
 */
export function readingOptions(asked: ts.CompilerOptions, typescript: string | null): ts.CompilerOptions {
  const modern = (majorOf(typescript) ?? 5) >= 6
  const options: ts.CompilerOptions = {
    ...(modern
      ? { strict: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, esModuleInterop: true }
      : {}),
    ...asked,
    strictNullChecks: true,
    skipLibCheck: true,
    noEmit: true,
    incremental: false,
    composite: false,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
    allowImportingTsExtensions: true,
    // Whether `tsc` takes them or not: what runs reads parts of a document from JSON files.
    resolveJsonModule: true,
    suppressOutputPathCheck: true,
    noErrorTruncation: true,
  }
  options.target ??= ts.ScriptTarget.ES2022
  if (modern && asked.module === undefined && asked.moduleResolution === undefined) {
    options.moduleResolution = ts.ModuleResolutionKind.Bundler
  }
  if (options.lib?.length === 0) delete options.lib
  for (const written of ['tsBuildInfoFile', 'outFile', 'emitDeclarationOnly', 'plugins'] as const)
    delete options[written]
  return options
}
