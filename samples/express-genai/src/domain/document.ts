export type DocumentStatus = 'queued' | 'indexed' | 'failed'

export interface StoredDocument {
  id: string
  collectionId: string
  title: string
  text: string
  status: DocumentStatus
  tags: string[]
  failure?: string
  createdAt: Date
  updatedAt: Date
}

/** What a client sees of a document: everything but its text, which has an endpoint of its own. */
export type DocumentView = Omit<StoredDocument, 'text'>

export type DocumentPatch = Partial<Pick<StoredDocument, 'title' | 'tags'>>
