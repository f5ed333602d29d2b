/**
 * Photos and videos: received as streams, checked against what was declared, kept in a store behind a small port, and
 * given out only to who may see what they show.
 */
@NullMarked
@MayCall({
    "access",
    "audit",
    "command",
    "graphql",
    "hazard",
    "http",
    "inspection",
    "jurisdiction",
    "read",
    "rectification"
})
package org.safetyledger.evidence;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
