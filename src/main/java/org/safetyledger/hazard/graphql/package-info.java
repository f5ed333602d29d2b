/** The schema's part for hazards. */
@NullMarked
package org.safetyledger.hazard.graphql;

import org.jspecify.annotations.NullMarked;
