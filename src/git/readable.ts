const readable = /\.([cm]?[jt]sx?|json|jsonc|ya?ml|swcrc)$|(^|\/)\.[^/]*rc$/
const installed = /(^|\/)node_modules\//

/** Whether an audit can have a use for a file that git holds: code, documents, configuration; dependencies are read where they are installed. */
export const isReadable = (path: string): boolean => readable.test(path) && !installed.test(path)
