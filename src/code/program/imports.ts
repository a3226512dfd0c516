import ts from 'typescript'
import type { Disk } from './contracts.js'
import { isInside } from './inside.js'
import { workspaceSources } from './workspace.js'

/** How files find each other: which file an import names. */
type Resolution = Required<Pick<ts.CompilerHost, 'resolveModuleNameLiterals'>>

/**
 * Follows imports as the tsconfig says. A file of the project that it would not find because the import leaves out its ending is
 * found all the same: tsx, ts-node and bundlers run what `tsc` refuses, and a router behind such an import is served. So is a
 * package of the same repository that is neither built nor installed.
 */
export function followingImports(options: ts.CompilerOptions, disk: Disk, folder: string, root: string): Resolution {
  const host: ts.ModuleResolutionHost = disk
  const sources = workspaceSources(disk, root)
  const cacheFor = (each: ts.CompilerOptions) => ts.createModuleResolutionCache(folder, (path) => path, each)
  const lenient: ts.CompilerOptions = {
    ...options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  }
  const cache = cacheFor(options)
  const lenientCache = cacheFor(lenient)
  return {
    resolveModuleNameLiterals: (names, from, redirected, asked, file) =>
      names.map((name) => {
        const mode = ts.getModeForUsageLocation(file, name, asked)
        const found = ts.resolveModuleName(name.text, from, asked, host, cache, redirected, mode)
        const { resolvedModule } = found
        if (/^\.{1,2}(\/|$)/.test(name.text))
          return resolvedModule ? found : ts.resolveModuleName(name.text, from, lenient, host, lenientCache)
        return resolvedModule && !isOfWorkspace(resolvedModule, root) ? found : (ownSource(name.text) ?? found)
      }),
  }

  function ownSource(specifier: string): ts.ResolvedModuleWithFailedLookupLocations | undefined {
    const path = sources(specifier)
    if (path === undefined) return undefined
    const extension = /\.[cm]?tsx?$/.exec(path)?.[0] ?? ts.Extension.Ts
    return { resolvedModule: { resolvedFileName: path, extension, isExternalLibraryImport: false } }
  }
}

/** A package that an installation has linked to a folder of the repository. */
const isOfWorkspace = ({ resolvedFileName, isExternalLibraryImport }: ts.ResolvedModuleFull, root: string): boolean =>
  isExternalLibraryImport === true && !resolvedFileName.includes('/node_modules/') && isInside(resolvedFileName, root)
