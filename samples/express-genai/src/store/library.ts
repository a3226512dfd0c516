import { randomUUID } from 'node:crypto'
import type { Collection, Filter, Hit } from '../domain/collection.js'
import type { DocumentPatch, DocumentView, StoredDocument } from '../domain/document.js'
import { Conflict, NotFound } from '../http/errors.js'

const collections = new Map<string, Collection>([
  ['col_docs', { id: 'col_docs', name: 'docs', dimensions: 768, metric: 'cosine', documents: 1 }],
])
const documents = new Map<string, StoredDocument>([
  [
    'doc_1',
    {
      id: 'doc_1',
      collectionId: 'col_docs',
      title: 'Handbook',
      text: 'Be kind.',
      status: 'indexed',
      tags: ['people'],
      createdAt: new Date('2026-03-01T08:00:00Z'),
      updatedAt: new Date('2026-03-02T08:00:00Z'),
    },
  ],
])

function view({ text: _text, ...rest }: StoredDocument): DocumentView {
  return rest
}

function matches(document: StoredDocument, filter: Filter): boolean {
  if ('all' in filter) return filter.all.every((inner) => matches(document, inner))
  return filter.attribute === 'title' && document.title === filter.equals
}

/** Collections of documents, and the search over them. */
export class Library {
  collections(): Collection[] {
    return [...collections.values()]
  }

  collection(id: string): Collection {
    const found = collections.get(id)
    if (!found) throw new NotFound('collection')
    return found
  }

  addCollection(name: string, dimensions: number, metric: Collection['metric']): Collection {
    if (this.collections().some((known) => known.name === name)) throw new Conflict('The name is taken')
    const collection = { id: `col_${randomUUID()}`, name, dimensions, metric, documents: 0 }
    collections.set(collection.id, collection)
    return collection
  }

  dropCollection(id: string): void {
    if (!collections.delete(id)) throw new NotFound('collection')
  }

  search(id: string, query: string, limit: number, filter?: Filter): Hit[] {
    this.collection(id)
    return [...documents.values()]
      .filter((document) => document.collectionId === id && (!filter || matches(document, filter)))
      .filter((document) => document.text.includes(query))
      .slice(0, limit)
      .map((document) => ({ documentId: document.id, score: 1, excerpt: document.text.slice(0, 80) || null }))
  }

  documents(): DocumentView[] {
    return [...documents.values()].map(view)
  }

  document(id: string): StoredDocument {
    const found = documents.get(id)
    if (!found) throw new NotFound('document')
    return found
  }

  addDocument(collectionId: string, title: string, text: string, tags: string[]): DocumentView {
    this.collection(collectionId)
    const now = new Date()
    const document: StoredDocument = {
      id: `doc_${randomUUID()}`,
      collectionId,
      title,
      text,
      status: 'queued',
      tags,
      createdAt: now,
      updatedAt: now,
    }
    documents.set(document.id, document)
    return view(document)
  }

  changeDocument(id: string, patch: DocumentPatch): DocumentView {
    const changed: StoredDocument = { ...this.document(id), ...patch, updatedAt: new Date() }
    documents.set(id, changed)
    return view(changed)
  }

  dropDocument(id: string): void {
    if (!documents.delete(id)) throw new NotFound('document')
  }
}
