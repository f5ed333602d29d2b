/** The schema's part for the caller and for objects by node id. */
@NullMarked
package org.safetyledger.access.graphql;

import org.jspecify.annotations.NullMarked;
