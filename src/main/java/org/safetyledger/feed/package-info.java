/**
 * The change feed. Every recorded change puts one entry into the outbox in the same transaction, stamped with its
 * transaction id, so that a reader behind a snapshot's watermark never misses a commit.
 */
@NullMarked
@MayCall({"access", "audit", "graphql"})
package org.safetyledger.feed;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
