import type { Request, Response } from 'express'
import { Router } from 'express'
import { z } from 'zod'
import type { DocumentPatch, DocumentView } from '../domain/document.js'
import { created, page } from '../http/respond.js'
import { validateBody, validateQuery } from '../http/validate.js'
import type { Library } from '../store/library.js'

const NewDocument = z.object({
  collectionId: z.string(),
  title: z.string().min(1).max(200),
  text: z.string(),
  tags: z.array(z.string()).max(20).optional(),
})

const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

/** The documents of all collections. */
export class DocumentController {
  constructor(private readonly library: Library) {}

  list(_req: Request, res: Response): void {
    const { limit, offset } = Paging.parse(res.locals.query)
    const all = this.library.documents()
    page(res, all.slice(offset, offset + limit), all.length)
  }

  add(req: Request, res: Response): void {
    const { collectionId, title, text, tags } = req.body
    created(res, this.library.addDocument(collectionId, title, text, tags ?? []))
  }

  show = (req: Request<{ documentId: string }>, res: Response<{ data: DocumentView }>): void => {
    const { text: _text, ...data } = this.library.document(req.params.documentId)
    res.json({ data })
  }

  change = (
    req: Request<{ documentId: string }, { data: DocumentView }, DocumentPatch>,
    res: Response<{ data: DocumentView }>,
  ): void => {
    res.json({ data: this.library.changeDocument(req.params.documentId, req.body) })
  }

  drop = (req: Request<{ documentId: string }>, res: Response): void => {
    this.library.dropDocument(req.params.documentId)
    res.status(204).end()
  }

  content = (req: Request<{ documentId: string }>, res: Response): void => {
    const { text } = this.library.document(req.params.documentId)
    res.type('text/plain').send(text)
  }
}

export function documentRoutes(library: Library): Router {
  const router = Router()
  const controller = new DocumentController(library)

  router.get('/', validateQuery(Paging), controller.list.bind(controller))
  router.post('/', validateBody(NewDocument), controller.add.bind(controller))
  router.get('/:documentId', controller.show)
  router.patch('/:documentId', controller.change)
  router.delete('/:documentId', controller.drop)
  router.get('/:documentId/content', controller.content)

  return router
}
