import { dirname, join } from 'node:path'
import type ts from 'typescript'
import type { DocumentPieces } from '../../model/document-pieces.js'
import { member } from '../decorators/read-decorators.js'
import { callsIn } from '../program/calls-in.js'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'
import { pathTextOf } from './path-text.js'
import { treeOf } from './tree.js'
import { entryOf, textUnknown } from './trees.js'

/**
 * The documents that swagger-jsdoc is told to collect: `swaggerJsdoc({ definition, apis })`, and by way of another package
 * `createSwaggerSpec({ definition, apiFolder })`. Read, never run.
 */
export function findJsdocDocuments(project: Project): readonly DocumentPieces[] {
  return project.files
    .filter(({ text }) => /['"](swagger-jsdoc|next-swagger-doc)['"]/.test(text))
    .flatMap((file) => callsIn(file).flatMap((call) => piecesOf(project, call)))
}

function piecesOf(project: Project, call: ts.CallExpression): readonly DocumentPieces[] {
  const [expression] = call.arguments
  const [scope = { bindings: new Map(), outer: null }] = project.values.scopesOf(call)
  const callee = project.values.evaluate({ expression: call.expression, scope })
  if (expression === undefined || callee.kind !== 'import') return []
  const byFolder = callee.module === 'next-swagger-doc' && callee.name === 'createSwaggerSpec'
  if (callee.module !== 'swagger-jsdoc' && !byFolder) return []
  const { file, line, column } = project.locate(call)
  const argument: Reference = { expression, scope }
  const options = project.values.evaluate(argument)
  const tree = treeOf(project, argument, file)
  const definition = entryOf(tree, 'swaggerDefinition') ?? entryOf(tree, 'definition')
  const home = packageOf(project, file)
  const { globs, complete } = byFolder
    ? foldersOf(project, home, options)
    : globsOf(project, home, member(project, options, 'apis'))
  return [
    {
      file,
      definition: definition ?? textUnknown('the definition was not followed', { line, column }),
      // Where nothing is known of the places, the sources are: blocks elsewhere are none of this project's.
      globs: globs.length > 0 || complete ? globs : [triesOf(project, home, { text: '**/*.{ts,js}', from: null })],
      ...(complete ? {} : { incomplete: 'not all of `apis` is known before run time' }),
    },
  ]
}

/** next-swagger-doc names folders: that of the API, and those of schemas. */
function foldersOf(project: Project, home: string, options: Value): ReturnType<typeof globsOf> {
  const api = member(project, options, 'apiFolder')
  const schemas = member(project, options, 'schemaFolders')
  const single = api === undefined ? 'pages/api' : textOf(api)
  const listed = schemas?.kind === 'array' ? schemas.elements.map((each) => textOf(project.values.evaluate(each))) : []
  const folders = [single, ...listed].filter((each) => each !== null)
  return {
    globs: folders.map((folder) =>
      triesOf(project, home, { text: `${folder}/**/*.{ts,tsx,jsx,js,swagger.yaml}`, from: null }),
    ),
    complete: single !== null && (schemas === undefined || schemas.kind === 'array') && !listed.includes(null),
  }
}

/** The folder of the nearest package.json, relative to the root: where scripts are run. */
function packageOf(project: Project, file: string): string {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder))
    if (project.readText(join(project.root, folder, 'package.json')) !== undefined) return folder
  return ''
}

const textOf = (value: Value): string | null =>
  value.kind === 'literal' && typeof value.value === 'string' ? value.value : null

function globsOf(
  project: Project,
  home: string,
  apis: Value | undefined,
): { readonly globs: DocumentPieces['globs']; readonly complete: boolean } {
  if (apis?.kind !== 'array') return { globs: [], complete: false }
  const read = apis.elements.map((element) => {
    const path = pathTextOf(project, element)
    // A list that is filled while the code runs is empty where it is written.
    return path?.text.trim() === '' ? undefined : path
  })
  return {
    globs: read.flatMap((path) => (path === undefined ? [] : [triesOf(project, home, path)])),
    complete: apis.complete && read.every((path) => path !== undefined),
  }
}

/**
 * What a glob may mean: from the folder that the server starts in, as that of the package, the root or the tsconfig's; of the
 * sources, not their build.
 */
function triesOf(
  project: Project,
  home: string,
  path: { readonly text: string; readonly from: string | null },
): readonly string[] {
  const homes = path.from === null ? [...new Set([home, '', dirname(project.config)])] : [path.from]
  const globs = homes.map((each) => join(each, path.text).replaceAll('\\', '/'))
  return [
    ...new Set(
      globs.flatMap((glob) => [
        glob,
        sourceOf(glob),
        sourceOf(glob).replace(/^((?:.*\/)?)(dist|build|lib|out)\//, '$1src/'),
      ]),
    ),
  ]
}

/** `routes/*.js` is compiled of `routes/*.ts`. */
const sourceOf = (glob: string): string => glob.replace(/\.js$/, '.ts')
