package org.safetyledger.hazard.graphql;

import java.util.List;
import java.util.stream.Stream;
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
                    cube("PLACE_SOURCE", PLACE, SOURCE),
                    cube("TRADE_SOURCE", TRADE, SOURCE),
                    cube("OWN_SOURCE", OWN, SOURCE),
                    cube("TRADE_PLACE", TRADE, PLACE),
                    cube("OWN_PLACE", OWN, PLACE),
                    cube("OWN_TRADE", OWN, TRADE)));

    private HazardCubes() {}

    private static KeptCounts.Cube cube(String name, List<String> one, List<String> other) {
        return KeptCounts.Cube.of(name, Stream.of(OF_ALL, one, other).flatMap(List::stream));
    }
}
