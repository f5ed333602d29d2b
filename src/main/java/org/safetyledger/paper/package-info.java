/**
 * Official papers (执法文书) to enterprises: hazard notices, and the papers of a visit. Each has a number, its problems, the law that it stands
 * on, proof of its service, and the enterprise's receipt or the refusal of it.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.paper;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
