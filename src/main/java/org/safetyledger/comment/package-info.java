/**
 * What people say to one another about a hazard, a rectification task or a visit: among authorities, or to the enterprise, too.
 * Words are never changed; their author withdraws them.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "read", "rectification"})
package org.safetyledger.comment;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
