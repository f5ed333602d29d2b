/**
 * Photos and videos: received as streams, checked against what was declared, kept in a store behind a small port, and
 * given out only to who may see what they show. It may call inspections, hazards and rectifications.
 */
@NullMarked
package org.safetyledger.evidence;

import org.jspecify.annotations.NullMarked;
