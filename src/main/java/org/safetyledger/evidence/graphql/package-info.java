/** The schema's part for evidence. */
@NullMarked
package org.safetyledger.evidence.graphql;

import org.jspecify.annotations.NullMarked;
