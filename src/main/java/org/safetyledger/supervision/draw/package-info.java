/**
 * Random draws (双随机): which enterprises are visited by which officers, announced with a frozen pool before anybody can know
 * the seed, and drawn by a rule that anybody can follow. Other mechanisms draw by the same {@link Lot}.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "inspection", "jurisdiction", "party", "read"})
package org.safetyledger.supervision.draw;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
