/** The schema's part for rectification tasks. */
@NullMarked
package org.safetyledger.rectification.graphql;

import org.jspecify.annotations.NullMarked;
