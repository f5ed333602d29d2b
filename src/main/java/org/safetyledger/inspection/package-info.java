/**
 * Campaigns, plans, checklists, visits and their findings. It may call {@code party}, {@code jurisdiction} and the
 * shared packages; what becomes of a finding is told to it by {@code hazard}.
 */
@NullMarked
package org.safetyledger.inspection;

import org.jspecify.annotations.NullMarked;
