/**
 * The one way in which objects are read for a caller. Features declare their types here ({@link org.safetyledger.read.ReadSource}):
 * the schema is made of the declarations, a document is compiled once to the columns, joins and lists that it selects, and
 * each request runs them behind its scope statement and writes the rows as JSON.
 */
@NullMarked
@MayCall({"access", "graphql"})
package org.safetyledger.read;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
