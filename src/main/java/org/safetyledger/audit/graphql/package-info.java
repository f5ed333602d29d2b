/** The schema's part for the history. */
@NullMarked
package org.safetyledger.audit.graphql;

import org.jspecify.annotations.NullMarked;
