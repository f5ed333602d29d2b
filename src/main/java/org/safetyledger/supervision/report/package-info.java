/**
 * Daily reports (每日通报): of each county and of the city, for each day up to its cut-off, drawn up once and never changed. A figure is
 * the number of its objects, which stand beside it; what becomes known later is counted in the next report with the day to which it
 * belongs. A county's leader signs its report, a zero one expressly; the city's names the counties that did not, and is issued last.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "read"})
package org.safetyledger.supervision.report;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
