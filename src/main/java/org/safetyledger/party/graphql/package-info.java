/** The schema's part for enterprises and the responsibility register. */
@NullMarked
package org.safetyledger.party.graphql;

import org.jspecify.annotations.NullMarked;
