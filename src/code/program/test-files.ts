const names = /\.(test|spec|e2e-spec|e2e-test|bench|stories)\.[cm]?[jt]sx?$/
const folders = /(^|\/)(__tests__|__mocks__|__fixtures__|tests?|e2e|cypress)\//

/** Whether a path relative to the root holds a test: it registers routes that nobody serves. */
export function isTestFile(path: string): boolean {
  return names.test(path) || folders.test(path)
}

/** The paths without tests, unless nothing else is there. */
export function withoutTests(paths: readonly string[], relative: (path: string) => string): readonly string[] {
  const served = paths.filter((path) => !isTestFile(relative(path)))
  return served.some((path) => !path.endsWith('.d.ts')) ? served : paths
}
