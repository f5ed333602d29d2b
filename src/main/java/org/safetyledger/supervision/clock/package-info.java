/**
 * One engine for all clocks (期限、催办、升级督办): every deadline is a row that the database keeps with what it hangs on. What becomes due
 * of it, by the ladder that holds at that moment, is recorded once, by whichever replica comes first, and catches up after a stop.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "read"})
package org.safetyledger.supervision.clock;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
