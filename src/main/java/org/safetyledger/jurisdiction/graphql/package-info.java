/** The schema's part for jurisdictions, departments, code tables, judgement standards and deadlines. */
@NullMarked
package org.safetyledger.jurisdiction.graphql;

import org.jspecify.annotations.NullMarked;
