/** An annotation with its file as GitHub looks for it: from the top of the repository. */
export function placedAnnotation(line: string, folder: string): string {
  if (folder === '') return line
  const escaped = folder.replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C')
  return line.replace(/^(::(?:error|warning|notice) file=)/, (start) => `${start}${escaped}/`)
}

/** A SARIF log with every place from the top of the repository. */
export function placedSarif(log: string, folder: string): string {
  if (folder === '') return log
  const prefix = folder.split('/').map(encodeURIComponent).join('/')
  return JSON.stringify(
    JSON.parse(log, (key, value: unknown) =>
      key === 'artifactLocation' && typeof value === 'object' && value !== null && 'uri' in value
        ? { ...value, uri: `${prefix}/${String(value.uri)}` }
        : value,
    ),
    null,
    2,
  )
}
