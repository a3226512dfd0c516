"""A small bookshop. FastAPI writes its openapi.json from these types."""
from datetime import date, datetime
from enum import Enum
from typing import List, Optional
from uuid import UUID

from fastapi import Depends, FastAPI, Header, Query, Response
from fastapi.security import HTTPBearer
from pydantic import BaseModel, Field

app = FastAPI(title="Bookshop", version="2.1.0")
bearer = HTTPBearer()


class Genre(str, Enum):
    novel = "novel"
    poetry = "poetry"
    essay = "essay"


class NewBook(BaseModel):
    title: str = Field(..., min_length=1, max_length=200)
    author: str
    genre: Genre
    price: float = Field(..., ge=0)
    published: Optional[date]


class Book(NewBook):
    id: int
    stock: int


class BookChange(BaseModel):
    title: Optional[str] = Field(None, min_length=1, max_length=200)
    price: Optional[float] = Field(None, ge=0)
    stock: Optional[int]


class Line(BaseModel):
    book_id: int
    quantity: int = Field(..., ge=1, le=99)


class NewOrder(BaseModel):
    email: str
    lines: List[Line] = Field(..., min_items=1)
    gift: bool = False


class Order(BaseModel):
    id: UUID
    email: str
    lines: List[Line]
    total: float
    placed_at: datetime
    status: str


class Problem(BaseModel):
    detail: str


missing = {404: {"model": Problem, "description": "there is no such thing"}}


@app.get("/books", response_model=List[Book])
def list_books(
    response: Response,
    author: Optional[str] = None,
    genre: Optional[Genre] = None,
    limit: int = Query(20, ge=1, le=100),
    accept_language: Optional[str] = Header(None),
):
    return []


@app.post("/books", response_model=Book, status_code=201, dependencies=[Depends(bearer)])
def add_book(book: NewBook):
    return {**book.dict(), "id": 1, "stock": 0}


@app.get("/books/{book_id}", response_model=Book, responses=missing)
def show_book(book_id: int):
    return {}


@app.patch("/books/{book_id}", response_model=Book, responses=missing, dependencies=[Depends(bearer)])
def change_book(book_id: int, change: BookChange):
    return {}


@app.delete("/books/{book_id}", status_code=204, responses=missing, dependencies=[Depends(bearer)])
def remove_book(book_id: int):
    return Response(status_code=204)


@app.post("/orders", response_model=Order, status_code=201)
def place_order(order: NewOrder):
    return {}


@app.get("/orders/{order_id}", response_model=Order, responses=missing, dependencies=[Depends(bearer)])
def show_order(order_id: UUID):
    return {}


@app.get("/health")
def health():
    return {"status": "up"}
