import ts from 'typescript'

/** How files find each other: which file an import names. */
type Resolution = Required<Pick<ts.CompilerHost, 'resolveModuleNameLiterals'>>

/**
 * Follows imports as the tsconfig says. A file of the project that it would not find because the import leaves out its ending is
 * found all the same: tsx, ts-node and bundlers run what `tsc` refuses, and a router behind such an import is served.
 */
export function followingImports(
  options: ts.CompilerOptions,
  host: ts.ModuleResolutionHost,
  folder: string,
): Resolution {
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
        if (found.resolvedModule !== undefined || !/^\.{1,2}(\/|$)/.test(name.text)) return found
        return ts.resolveModuleName(name.text, from, lenient, host, lenientCache)
      }),
  }
}
