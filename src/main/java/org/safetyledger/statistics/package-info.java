/**
 * What authorities publish of a year's visits (行政检查年度统计): figures that stay as they were published, and their corrections.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "inspection", "jurisdiction", "read"})
package org.safetyledger.statistics;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
