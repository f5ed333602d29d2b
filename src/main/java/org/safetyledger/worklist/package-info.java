/**
 * What waits for the caller: counted over what the other packages keep, in the caller's scope.
 */
@NullMarked
@MayCall({"access", "graphql"})
package org.safetyledger.worklist;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
