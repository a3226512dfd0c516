import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'

/** Routers that choose the route by other means than their order. */
const choosing = ['koa-tree-router', 'koa-better-router']

/** Whether every request that comes to these functions ends with them: the last one cannot call what comes behind it. */
export function keepsAll(project: Project, handlers: readonly Reference[]): boolean {
  const last = handlers.at(-1)
  if (last === undefined || choosing.some((name) => project.dependencies.has(name)) || isExclusive(project))
    return false
  const value = project.values.evaluate(last)
  return value.kind === 'function' && value.node.parameters.length === 1 && !value.node.parameters[0]?.dotDotDotToken
}

/** `new Router({ exclusive: true })` asks the last route that fits, and no other. */
const isExclusive = ({ files }: Project): boolean => files.some(({ text }) => /\bexclusive\b/.test(text))
