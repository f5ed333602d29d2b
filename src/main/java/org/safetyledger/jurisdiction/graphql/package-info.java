/** The schema's part for jurisdictions, departments and deadlines. */
@NullMarked
package org.safetyledger.jurisdiction.graphql;

import org.jspecify.annotations.NullMarked;
