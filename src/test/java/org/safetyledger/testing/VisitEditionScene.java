package org.safetyledger.testing;

import static org.safetyledger.testing.TestCaller.COUNTY_LEADER_LANKAO;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.LedgerClient.Payload;

/** Published statistics of Lankao's visits. An authority publishes a year once, so that there are not many years to publish. */
public final class VisitEditionScene {
    private static final int PRESENT = LocalDate.now(Times.ZONE).getYear();

    private VisitEditionScene() {}

    /** A first edition of a year of which there is none. */
    public static Map<String, Object> unpublished() {
        List<Integer> published = LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query("{ visitEditions(first: 100) { nodes { year } } }")
                .getList("data.visitEditions.nodes.year");
        return first(IntStream.rangeClosed(1, 6)
                .map(back -> PRESENT - back)
                .filter(year -> !published.contains(year))
                .findFirst()
                .orElseThrow());
    }

    public static Map<String, Object> first(int year) {
        return new HashMap<>(Map.of("jurisdiction", "410225000000", "year", year, "publication", "兰考县人民政府网站 行政检查专栏"));
    }

    /** One that is there, and is made if there is none. */
    public static String published() {
        int year = PRESENT - 10;
        String published = LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query(
                        "query($year: Int) { visitEditions(filter: {year: $year}) { nodes { id } } }",
                        Map.of("year", year))
                .getString("data.visitEditions.nodes[0].id");
        return published == null
                ? publish(COUNTY_LEADER_LANKAO, first(year)).accepted().text("visitEdition.id")
                : published;
    }

    public static Payload publish(TestCaller leader, Map<String, ?> input) {
        return LedgerClient.as(leader)
                .mutate(
                        "publishVisitStatistics",
                        "PublishVisitStatisticsInput",
                        input,
                        "visitEdition { id number figures { total { enforcement } } }");
    }
}
