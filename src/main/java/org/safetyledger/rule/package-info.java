/**
 * Changes of the rules that the ledger works by, time limits and other numbers: decided by the city with a document, valid from
 * a day to come, recorded like everything else. What was decided under a former rule keeps it.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "read"})
package org.safetyledger.rule;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
