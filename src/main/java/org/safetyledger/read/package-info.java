/**
 * Answers queries by one flush to the database: a document is compiled once to the columns, joins and lists that it
 * selects, and each request runs them behind its scope statement and writes the rows as JSON. What it cannot compile,
 * and whatever goes wrong, is left to the engine, whose resolvers decide. Features describe their types to it.
 */
@NullMarked
package org.safetyledger.read;

import org.jspecify.annotations.NullMarked;
