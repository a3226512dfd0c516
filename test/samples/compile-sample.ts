import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import ts from 'typescript'

/** A sample as CommonJS with the decorators' metadata, which the test runner's own compiler does not write; gives the folder. */
export function compileSample(sample: string): string {
  const read = ts.readConfigFile(join(sample, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(read.config.compilerOptions, sample)
  for (const file of globSync('**/*.ts', { cwd: join(sample, 'src'), ignore: '**/*.d.ts' })) {
    const source = readFileSync(join(sample, 'src', file), 'utf8')
    const target = join(sample, 'dist', file.replace(/\.ts$/, '.js'))
    const compilerOptions = {
      ...options,
      module: ts.ModuleKind.CommonJS,
      moduleResolution: ts.ModuleResolutionKind.Node10,
    }
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, ts.transpileModule(source, { fileName: file, compilerOptions }).outputText)
  }
  return join(sample, 'dist')
}
