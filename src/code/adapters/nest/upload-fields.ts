import { decorated, lineageOf, madeBy, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Route } from './route.js'

/** The fields that `FileInterceptor('file')` and its like take. */
export function uploadFields(project: Project, route: Route): readonly string[] {
  return [...lineageOf(project, route.controller), route.handler].flatMap((node) =>
    decorated(project, node, 'UseInterceptors').flatMap(({ args }) =>
      args.flatMap((argument) => {
        const made = madeBy(project.values.evaluate(argument))
        const name = made?.name.replace(/^.*\./, '')
        const first = made?.args[0]
        if (!first) return []
        if (name === 'FileInterceptor' || name === 'FilesInterceptor')
          return [plain(project, first)].filter((one) => typeof one === 'string')
        if (name !== 'FileFieldsInterceptor') return []
        const listed = project.values.evaluate(first)
        const elements = listed.kind === 'array' ? listed.elements : []
        return elements.flatMap((element) => {
          const field = member(project, project.values.evaluate(element), 'name')
          return field?.kind === 'literal' ? [String(field.value)] : []
        })
      }),
    ),
  )
}
