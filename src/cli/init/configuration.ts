import type { Draft, Found } from './draft.js'

/** Where editors find the schema, in the package as it is installed. */
const schema = './node_modules/tattletype/dist/config.schema.json'

/** The configuration: what was found by itself, so that it stays found when another document or tsconfig comes along. */
export function configuration({ audit: { all, settings }, ignore }: Found): Draft {
  const documents = all.spec.map(({ file }) => file)
  const projects = all.code.flatMap((side) => ('project' in side ? [side.project] : []))
  const one = (files: readonly string[]) => (files.length === 1 ? files[0] : files)
  const ignored = [...settings.ignore, ...ignore]
  const pair = {
    spec: one([...new Set(documents)]),
    ...(settings.code === undefined ? { project: one(projects) } : { code: settings.code }),
  }
  const content = {
    $schema: schema,
    ...(all.projects === undefined ? pair : { projects: all.projects.map(({ name }) => name) }),
    ...(ignored.length === 0 ? {} : { ignore: ignored }),
  }
  const purpose = ignored.length === 0 ? 'the configuration' : 'the configuration; look through what it ignores'
  return { file: 'tattletype.config.json', text: `${JSON.stringify(content, null, 2)}\n`, purpose }
}
