/**
 * Evidence reels: photos and videos in the order in which a meeting is shown them, each with its caption and the state of its hazard on that
 * day. Once shown, a reel never changes; whoever reads it sees of it what they may see anyway.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "jurisdiction", "read"})
package org.safetyledger.supervision.reel;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
