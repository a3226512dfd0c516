import type { Project } from '../project.js'
import type { Reference } from '../values/value.js'
import type { RouteStep, Step } from './graph.js'

/** What runs before the handlers of every route whose path has the parameter. */
export interface ParamFunction {
  readonly name: string
  readonly function: Reference
}

/** `router.param('id', load)`, `app.param(['id', 'page'], load)`: the functions that the call registers. */
export function paramFunctions({ values }: Project, [names, load]: readonly Reference[]): readonly ParamFunction[] {
  if (names === undefined || load === undefined) return []
  const value = values.evaluate(names)
  const options = value.kind === 'array' ? value.elements.map((each) => values.evaluate(each)) : [value]
  return options.flatMap((each) => (each.kind === 'literal' ? [{ name: String(each.value), function: load }] : []))
}

/** The functions of a router's parameters that a path holds. */
export const paramsIn = (params: readonly ParamFunction[], paths: RouteStep['paths']): readonly Reference[] =>
  params.filter(({ name }) => paths.some(({ path }) => path.includes(`{${name}}`))).map((each) => each.function)

/** The step with the functions of the router's parameters before its handlers. */
export function withParams(params: readonly ParamFunction[], step: Step): Step {
  return step.kind === 'route' ? { ...step, handlers: [...paramsIn(params, step.paths), ...step.handlers] } : step
}
