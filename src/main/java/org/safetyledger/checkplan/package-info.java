/**
 * Yearly plans of daily checks and plans of special checks (年度检查计划、专项检查计划): drafted, approved by the head, filed and
 * published. By them an authority makes the visits that it decides on itself.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "read"})
package org.safetyledger.checkplan;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
