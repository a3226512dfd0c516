import { readRoutes } from '../../../src/code/adapters/express/routes.js'
import { createSourceFileCache } from '../../../src/code/program/source-files.js'
import { openFiles } from '../in-memory.js'

const cache = createSourceFileCache()
const tsconfig = JSON.stringify({
  compilerOptions: {
    strict: true,
    target: 'es2022',
    lib: ['es2022'],
    module: 'nodenext',
    types: [],
    allowJs: true,
    experimentalDecorators: true,
  },
})

/** What the files, held in memory, serve: `METHOD /path`, and why something could not be followed. */
export function serve(files: string | Readonly<Record<string, string>>) {
  const given = typeof files === 'string' ? { 'src/app.ts': files } : files
  const virtual = new Map(Object.entries({ 'tsconfig.json': tsconfig, 'package.json': '{"type":"module"}', ...given }))
  const project = openFiles('test/code/express', virtual, { cache })
  const { routes, unresolved } = readRoutes(project)
  return {
    project: project,
    routes,
    endpoints: routes.flatMap((route) => route.methods.map((method) => `${method} ${route.path}`)),
    unresolved: unresolved.map((each) => each.reason),
  }
}
