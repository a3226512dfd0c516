"""The bookshop on Flask, documented by hand in the docstrings that Flasgger reads."""
from flasgger import Swagger
from flask import Flask, jsonify

app = Flask(__name__)
Swagger(
    app,
    template={
        "swagger": "2.0",
        "info": {"title": "Bookshop", "version": "2.1.0"},
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "securityDefinitions": {"bearer": {"type": "apiKey", "in": "header", "name": "Authorization"}},
        "definitions": {
            "Problem": {"type": "object", "required": ["detail"], "properties": {"detail": {"type": "string"}}},
            "Book": {
                "type": "object",
                "required": ["title", "author", "genre", "price", "id", "stock"],
                "properties": {
                    "title": {"type": "string", "minLength": 1, "maxLength": 200},
                    "author": {"type": "string"},
                    "genre": {"type": "string", "enum": ["novel", "poetry", "essay"]},
                    "price": {"type": "number", "minimum": 0},
                    "published": {"type": "string", "format": "date"},
                    "id": {"type": "integer"},
                    "stock": {"type": "integer"},
                },
            },
            "Order": {
                "type": "object",
                "required": ["id", "email", "lines", "total", "placed_at", "status"],
                "properties": {
                    "id": {"type": "string", "format": "uuid"},
                    "email": {"type": "string"},
                    "lines": {"type": "array", "items": {"$ref": "#/definitions/Line"}},
                    "total": {"type": "number"},
                    "placed_at": {"type": "string", "format": "date-time"},
                    "status": {"type": "string"},
                },
            },
            "Line": {
                "type": "object",
                "required": ["book_id", "quantity"],
                "properties": {
                    "book_id": {"type": "integer"},
                    "quantity": {"type": "integer", "minimum": 1, "maximum": 99},
                },
            },
        },
    },
)


@app.get("/books")
def list_books():
    """The books on the shelves
    ---
    parameters:
      - {name: author, in: query, type: string}
      - {name: genre, in: query, type: string, enum: [novel, poetry, essay]}
      - {name: limit, in: query, type: integer, minimum: 1, maximum: 100, default: 20}
      - {name: Accept-Language, in: header, type: string}
    responses:
      200:
        description: the books
        schema:
          type: array
          items: {$ref: '#/definitions/Book'}
    """
    return jsonify([])


@app.post("/books")
def add_book():
    """Puts a book on the shelves
    ---
    security: [{bearer: []}]
    parameters:
      - in: body
        name: book
        required: true
        schema:
          type: object
          required: [title, author, genre, price]
          properties:
            title: {type: string, minLength: 1, maxLength: 200}
            author: {type: string}
            genre: {type: string, enum: [novel, poetry, essay]}
            price: {type: number, minimum: 0}
            published: {type: string, format: date}
    responses:
      201:
        description: the new book
        schema: {$ref: '#/definitions/Book'}
    """
    return jsonify({}), 201


@app.get("/books/<int:book_id>")
def show_book(book_id):
    """One book
    ---
    parameters:
      - {name: book_id, in: path, type: integer, required: true}
    responses:
      200:
        description: the book
        schema: {$ref: '#/definitions/Book'}
      404:
        description: there is no such book
        schema: {$ref: '#/definitions/Problem'}
    """
    return jsonify({})


@app.patch("/books/<int:book_id>")
def change_book(book_id):
    """Changes a book
    ---
    security: [{bearer: []}]
    parameters:
      - {name: book_id, in: path, type: integer, required: true}
      - in: body
        name: change
        required: true
        schema:
          type: object
          properties:
            title: {type: string, minLength: 1, maxLength: 200}
            price: {type: number, minimum: 0}
            stock: {type: integer}
    responses:
      200:
        description: the book as it is now
        schema: {$ref: '#/definitions/Book'}
      404:
        description: there is no such book
        schema: {$ref: '#/definitions/Problem'}
    """
    return jsonify({})


@app.delete("/books/<int:book_id>")
def remove_book(book_id):
    """Takes a book off the shelves
    ---
    security: [{bearer: []}]
    parameters:
      - {name: book_id, in: path, type: integer, required: true}
    responses:
      204: {description: it is gone}
      404:
        description: there is no such book
        schema: {$ref: '#/definitions/Problem'}
    """
    return "", 204


@app.post("/orders")
def place_order():
    """Places an order
    ---
    parameters:
      - in: body
        name: order
        required: true
        schema:
          type: object
          required: [email, lines]
          properties:
            email: {type: string}
            lines: {type: array, minItems: 1, items: {$ref: '#/definitions/Line'}}
            gift: {type: boolean, default: false}
    responses:
      201:
        description: the order
        schema: {$ref: '#/definitions/Order'}
    """
    return jsonify({}), 201


@app.get("/orders/<uuid:order_id>")
def show_order(order_id):
    """One order
    ---
    security: [{bearer: []}]
    parameters:
      - {name: order_id, in: path, type: string, format: uuid, required: true}
    responses:
      200:
        description: the order
        schema: {$ref: '#/definitions/Order'}
      404:
        description: there is no such order
        schema: {$ref: '#/definitions/Problem'}
    """
    return jsonify({})


@app.get("/health")
def health():
    """Whether the shop is up
    ---
    responses:
      200:
        description: it is
        schema:
          type: object
          required: [status]
          properties: {status: {type: string}}
    """
    return jsonify({"status": "up"})
