/**
 * The hash-chained history of every object, and the record of accepted commands that answers repeats. It is told of
 * changes by the features and announces them to {@code feed}.
 */
@NullMarked
@MayCall({"access", "graphql", "read"})
package org.safetyledger.audit;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
