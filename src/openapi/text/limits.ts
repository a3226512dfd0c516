/** Deeper documents are refused: everything that walks a document does so by recursion. */
export const maximalDepth = 256

/** What all aliases of a YAML text may add up to, so that a few lines cannot grow into a billion nodes. */
export const maximalAliasedNodes = 1_000_000

/** Larger files are refused; the largest public documents measure about 80 MB. */
export const maximalBytes = 200 * 1024 * 1024
