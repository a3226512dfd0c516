import { PartialType } from '@nestjs/mapped-types'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsEnum,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator'
import { PageQuery } from '../common/page'
import { Genre } from './book'

export class CreateBookDto {
  @Matches(/^\d{13}$/)
  isbn: string

  @IsNotEmpty()
  @IsString()
  @MaxLength(200)
  title: string

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsString({ each: true })
  authors: string[]

  @IsEnum(Genre)
  genre: Genre

  @IsInt()
  @Min(1450)
  @Max(2100)
  year: number

  @IsOptional()
  @IsInt()
  @Min(0)
  copies?: number

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  summary?: string
}

export class UpdateBookDto extends PartialType(CreateBookDto) {}

export class BookQuery extends PageQuery {
  @IsOptional()
  @IsEnum(Genre)
  genre?: Genre

  @IsOptional()
  @IsString()
  q?: string
}
