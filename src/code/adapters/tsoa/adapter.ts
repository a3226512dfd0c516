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
