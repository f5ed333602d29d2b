package org.safetyledger.jurisdiction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clause of a judgement standard, by what it may be cited for.
 *
 * @param major whether the hazard is major when the clause's condition holds; other clauses exclude that, or say how
 *     another one is judged
 * @param sector key sector of the enterprises that its standard judges
 * @param categories categories of hazards that its standard judges in every trade
 */
public record JudgementClause(boolean major, @Nullable String sector, List<String> categories) {

    /** Whether its standard judges this category of hazard in an enterprise of this sector. */
    public boolean fits(@Nullable String enterpriseSector, String category) {
        return categories.contains(category) || (sector != null && sector.equals(enterpriseSector));
    }
}
