/**
 * Off-site checks: what an authority looked at of an enterprise without entering it, and what that led to. They take none of the
 * year's visits; the visits themselves belong to {@code inspection}.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.offsite;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
