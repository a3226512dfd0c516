import { Type } from 'class-transformer'
import { IsInt, IsOptional, Max, Min } from 'class-validator'

/** The query of every list that is cut into pages. */
export class PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page?: number

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number
}

export interface Page<Item> {
  items: Item[]
  total: number
  page: number
}

export function pageOf<Item>(all: readonly Item[], { page = 1, limit = 20 }: PageQuery): Page<Item> {
  return { items: all.slice((page - 1) * limit, page * limit), total: all.length, page }
}
