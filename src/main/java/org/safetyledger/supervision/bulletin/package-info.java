/**
 * Work bulletins (工作通报): drafted and signed by two people of an authority, published to the jurisdictions and departments
 * below it, received and answered by them in time. Their figures are those of the moment at which they were drafted.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "hazard", "jurisdiction", "read"})
package org.safetyledger.supervision.bulletin;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
