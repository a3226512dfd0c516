import type { Endpoint, Parameter } from '../model/endpoint.js'
import { parameterNames } from './match/path.js'

/** Parameters that both sides have; path parameters by position, headers without case. */
export function parameterPairs(spec: Endpoint, code: Endpoint): [Parameter, Parameter][] {
  return spec.parameters.flatMap((parameter): [Parameter, Parameter][] => {
    const name = servedName(parameter, spec, code)
    const served = code.parameters.find((other) => other.in === parameter.in && spelling(other) === name)
    return served ? [[parameter, served]] : []
  })
}

const spelling = ({ in: place, name }: Parameter): string => (place === 'header' ? name.toLowerCase() : name)

function servedName(parameter: Parameter, spec: Endpoint, code: Endpoint): string {
  if (parameter.in !== 'path') return spelling(parameter)
  return servedPathName(parameter.name, spec, code) ?? parameter.name
}

/** Whether the other side's path has a parameter of whatever name, or one fixed value for it, where this one's has it. */
export function hasInPath({ in: place, name }: Parameter, own: Endpoint, other: Endpoint): boolean {
  if (place !== 'path') return false
  return servedPathName(name, own, other) !== undefined || isFixed(name, own, other)
}

/** `/lists/{kind}/{id}` against `/lists/films/{id}`: a path that is matched says the value of what stands alone between its slashes. */
function isFixed(name: string, own: Endpoint, other: Endpoint): boolean {
  const segments = (path: string) => path.split('/').filter((segment) => segment !== '')
  const [mine, theirs] = [segments(own.path), segments(other.path)]
  const position = mine.length - mine.indexOf(`{${name}}`)
  const fixed = position > mine.length ? undefined : theirs.at(-position)
  return fixed !== undefined && position <= theirs.length && parameterNames(fixed).length === 0
}

/** What the code calls the path parameter at the same position, counted from the end: prefixes have none in common. */
function servedPathName(name: string, spec: Endpoint, code: Endpoint): string | undefined {
  const [documented, served] = [segmentNames(spec.path), segmentNames(code.path)]
  const position = documented.length - documented.findIndex((names) => names.includes(name))
  const segment = documented.at(-position) ?? []
  const other = served.at(-position) ?? []
  return position > documented.length || segment.length !== other.length ? undefined : other[segment.indexOf(name)]
}

function segmentNames(path: string): string[][] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(parameterNames)
}
