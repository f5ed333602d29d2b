/**
 * Everyone's responsibility (全员安全责任制): the posts of an enterprise with what their holders answer for, the checks that they do
 * and what they miss, and the reports by which workers tell at once what they see, with their answer and reward.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "jurisdiction", "party", "read"})
package org.safetyledger.post;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
