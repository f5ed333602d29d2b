package org.safetyledger.hazard.graphql;

import java.util.List;
import org.safetyledger.read.KeptCounts;

/**
 * By what the database keeps counts of hazards, all of them by county, state and grade: what a hazard is, the trade of its enterprise, where
 * it is and who found it, each two of these together. The function {@code hazard_facet_cells} cuts them.
 */
final class HazardCubes {
    private static final List<String> OF_ALL = List.of("city_code", "county_code", "status", "open", "grade");
    private static final List<String> OWN = List.of("category_code", "matter");
    private static final List<String> TRADE = List.of("sector", "industry_section");
    private static final List<String> PLACE = List.of("town_code");
    private static final List<String> SOURCE = List.of("source");

    static final KeptCounts KEPT = new KeptCounts(
            "hazard_facet_cell",
            List.of(
                    KeptCounts.Cube.of("PLACE_SOURCE", OF_ALL, PLACE, SOURCE),
                    KeptCounts.Cube.of("TRADE_SOURCE", OF_ALL, TRADE, SOURCE),
                    KeptCounts.Cube.of("OWN_SOURCE", OF_ALL, OWN, SOURCE),
                    KeptCounts.Cube.of("TRADE_PLACE", OF_ALL, TRADE, PLACE),
                    KeptCounts.Cube.of("OWN_PLACE", OF_ALL, OWN, PLACE),
                    KeptCounts.Cube.of("OWN_TRADE", OF_ALL, OWN, TRADE)));

    private HazardCubes() {}
}
