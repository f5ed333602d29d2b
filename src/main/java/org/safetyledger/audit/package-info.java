/**
 * The hash-chained history of every object, and the record of accepted commands that answers repeats. It is told of
 * changes by the features and announces them to {@code feed}; it calls only {@code access} and {@code graphql}.
 */
@NullMarked
package org.safetyledger.audit;

import org.jspecify.annotations.NullMarked;
