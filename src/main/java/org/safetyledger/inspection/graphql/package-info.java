/** The schema's part for campaigns, checklists and inspections. */
@NullMarked
package org.safetyledger.inspection.graphql;

import org.jspecify.annotations.NullMarked;
