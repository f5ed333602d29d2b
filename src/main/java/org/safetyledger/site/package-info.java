/**
 * Sites on which several enterprises work (Work Safety Law, articles 48 and 49): their units by day, of which one has the main
 * responsibility. Hazards that are reported at a unit name it beside the four parties.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "party", "read"})
package org.safetyledger.site;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
