import { dirname, join } from 'node:path'
import type { Project } from '../../project.js'

const reason = 'the plugin of @nestjs/swagger adds what the decorators do not say'

/** Why a class may be described by more than its decorators: the plugin of @nestjs/swagger, switched on in the build. */
export function pluginOf(project: Project): string | null {
  const folders = new Set([project.root, join(project.root, dirname(project.config))])
  const builds = [...folders].flatMap((folder) =>
    ['nest-cli.json', 'nest-cli.js', 'webpack.config.js', 'tsconfig.json', 'tsconfig.build.json'].map((name) =>
      join(folder, name),
    ),
  )
  if (builds.some((path) => /@nestjs\/swagger/.test(project.readText(path) ?? ''))) return reason
  return project.files.some(({ text }) => /\bloadPluginMetadata\b/.test(text)) ? reason : null
}
