import { createRequire } from 'node:module'

const { cache } = createRequire(import.meta.url)

/** routing-controllers keeps controllers and middlewares for a whole process, and test files share one: the next application is to have none of those before. */
export function forgetControllers(): void {
  Reflect.deleteProperty(globalThis, 'routingControllersMetadataArgsStorage')
  for (const file of Object.keys(cache)) {
    if (/[/\\]node_modules[/\\]routing-controllers[/\\]/.test(file)) Reflect.deleteProperty(cache, file)
  }
}
