/** The schema as clients see it: the committed file, its descriptions and conventions, and what client tools make of it. */
@NullMarked
package org.safetyledger.graphql;

import org.jspecify.annotations.NullMarked;
