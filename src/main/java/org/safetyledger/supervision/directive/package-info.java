/**
 * Directives of conferences (会议交办、督办): what was decided is issued to governments and departments as items with a day, answered by
 * each addressee, and accepted by the office that issued it, never by an addressee. What its lead has not answered by its day is an
 * outstanding problem of that day.
 */
@NullMarked
@MayCall({"access", "audit", "command", "graphql", "jurisdiction", "party", "read"})
package org.safetyledger.supervision.directive;

import org.jspecify.annotations.NullMarked;
import org.safetyledger.MayCall;
