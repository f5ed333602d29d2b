package org.safetyledger.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a visit and has a say in what may be done with it.
 *
 * @param officers the subjects of its officers; null for one who has no account
 * @param inWindow whether today lies in the window of its campaign; true without a campaign
 * @param approved whether its campaign was approved, and is not archived; true without a campaign
 */
public record Surroundings(List<@Nullable String> officers, boolean inWindow, boolean approved) {}
