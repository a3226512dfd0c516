import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import type { Validator } from '../validator.js'
import { allChecks } from './checks.js'
import { handedToClassValidator } from './handed.js'
import { propertiesOf } from './properties.js'
import { dtoSchema, readDto } from './read-dto.js'

/** DTO classes with class-validator's decorators; a pipe of the framework that runs them is the adapter's to find. */
export const classValidator: Validator = {
  packages: ['class-validator'],
  accepts(_reference, value, project) {
    if (!isChecked(project, value)) return null
    const dto = readDto(project, value, { checks: allChecks, text: false })
    return dto && dtoSchema(project, dto)
  },
  uses: handedToClassValidator,
}

function isChecked(project: Project, value: Value): boolean {
  if (value.kind !== 'class') return false
  const { list } = propertiesOf(project, value)
  return list.some(({ decorations }) => decorations.some(({ module }) => module === 'class-validator'))
}
