/** Packages whose plugins serve routes of their own. */
const serving: ReadonlySet<string> = new Set([
  '@fastify/swagger-ui',
  '@fastify/static',
  'fastify-static',
  '@fastify/http-proxy',
  'fastify-http-proxy',
  '@fastify/oauth2',
  'fastify-oauth2',
  '@fastify/vite',
  '@fastify/nextjs',
  '@scalar/fastify-api-reference',
  '@bull-board/fastify',
  'fastify-openapi-glue',
  'fastify-metrics',
  'mercurius',
])

/** Packages outside `@fastify/` whose plugins serve none. */
const quiet: ReadonlySet<string> = new Set([
  'fastify-plugin',
  'fastify-raw-body',
  'fastify-list-routes',
  'fastify-print-routes',
  'fastify-graceful-shutdown',
  'fastify-socket.io',
])

/** What is to be said of the routes of another package's plugin; null where it serves none. */
export function routesOfPackage(module: string): string | null {
  if (serving.has(module)) return `\`${module}\` serves routes of its own, which are not listed`
  if (module.startsWith('@fastify/') || quiet.has(module)) return null
  return `the plugin of \`${module}\` is not read: it may serve routes of its own`
}
