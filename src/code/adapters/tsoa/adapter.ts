import ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { Adapter } from '../adapter.js'
import { readEndpoint } from './endpoint.js'
import { readRoutes } from './routes.js'
import { packages } from './vocabulary.js'

/** tsoa 3 to 6: decorated controllers, whose routes a tool writes for Express and checks by their types. */
export const tsoa: Adapter = {
  packages,
  read(project) {
    const { routes, unresolved } = readRoutes(project)
    return {
      endpoints: routes.map((route) => readEndpoint(project, route)),
      unresolved,
      generated: generatedRoutes(project),
      registering: registeringCalls(project),
    }
  },
}

/** The files that the tool writes: they register the same routes once more. */
function generatedRoutes(project: Project): readonly string[] {
  return project.files
    .filter(({ text }) => text.includes('RegisterRoutes') && packages.some((name) => text.includes(`'${name}'`)))
    .filter(({ text }) => /auto-generated|models: TsoaRoute\.Models/.test(text))
    .map((file) => project.locate(file).file)
}

/** `RegisterRoutes(app)`: the file that it comes from is written when the project is built, and may not be there. */
function registeringCalls(project: Project): readonly Location[] {
  const found: Location[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bRegisterRoutes$/.test(node.expression.getText()))
      found.push(project.locate(node))
    ts.forEachChild(node, visit)
  }
  for (const file of project.files) if (file.text.includes('RegisterRoutes')) visit(file)
  return found
}
