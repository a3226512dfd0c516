/** A word for a shell: as it is where that is safe, else in quotes. */
export const quoted = (word: string): string =>
  /^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
