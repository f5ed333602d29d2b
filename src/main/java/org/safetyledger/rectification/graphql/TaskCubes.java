package org.safetyledger.rectification.graphql;

import java.util.List;
import org.safetyledger.read.KeptCounts;

/**
 * By what the database keeps counts of tasks, all of them by county and state: their matter, the trade of their enterprise and where it
 * is, each two of these together. The function {@code rectification_task_cells} cuts them.
 */
final class TaskCubes {
    private static final List<String> OF_ALL = List.of("city_code", "county_code", "status", "open");
    private static final List<String> OWN = List.of("matter");
    private static final List<String> TRADE = List.of("sector", "industry_section");
    private static final List<String> PLACE = List.of("town_code");

    static final KeptCounts KEPT = new KeptCounts(
            "rectification_task_cell",
            List.of(
                    KeptCounts.Cube.of("OWN_PLACE", OF_ALL, OWN, PLACE),
                    KeptCounts.Cube.of("OWN_TRADE", OF_ALL, OWN, TRADE),
                    KeptCounts.Cube.of("TRADE_PLACE", OF_ALL, TRADE, PLACE)));

    private TaskCubes() {}
}
