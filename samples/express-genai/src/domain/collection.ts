export interface Collection {
  id: string
  name: string
  dimensions: number
  metric: 'cosine' | 'dot' | 'euclidean'
  documents: number
}

/** A condition on a document's attributes; conditions nest. */
export type Filter = { all: Filter[] } | { attribute: string; equals: string }

export interface Hit {
  documentId: string
  score: number
  excerpt: string | null
}
