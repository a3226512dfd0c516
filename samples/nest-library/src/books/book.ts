export enum Genre {
  Fiction = 'fiction',
  History = 'history',
  Science = 'science',
  Children = 'children',
}

export interface Book {
  id: string
  isbn: string
  title: string
  authors: string[]
  genre: Genre
  year: number
  copies: number
  summary?: string
}

export interface GenreCount {
  genre: Genre
  books: number
}
