/**
 * What waits for the caller: counted over what the other packages keep, in the caller's scope. Which rows wait as which kind of work is
 * said here alone; the packages whose lists show them ask for it.
 */
@NullMarked
@MayCall({"access", "graphql", "read"})
package org.safetyledger.worklist;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
