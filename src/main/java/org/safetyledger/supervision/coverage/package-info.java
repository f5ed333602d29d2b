/**
 * No blind spots (无盲区、无漏洞、无死角): which enterprises of an area nobody regulates, visits or sees checking themselves, which places
 * nobody holds, and which hazards and tasks nobody has, by place and trade. It is worked out when it is asked for, so that
 * a gap is gone with its cause.
 */
@NullMarked
@MayCall({"access", "graphql", "jurisdiction"})
package org.safetyledger.supervision.coverage;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
