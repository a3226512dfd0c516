import type { Project } from '../../project.js'

/** Whether Fastify stands under the application, not Express, as far as its dependencies tell. */
export function sendsByFastify({ dependencies }: Project): boolean {
  return dependencies.has('@nestjs/platform-fastify') && !dependencies.has('@nestjs/platform-express')
}
