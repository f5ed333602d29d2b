/**
 * Enterprises, posts, people and the four-party responsibility register.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "read"})
package org.safetyledger.party;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
