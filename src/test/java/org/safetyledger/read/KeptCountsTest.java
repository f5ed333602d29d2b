package org.safetyledger.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.access.Caller;
import org.safetyledger.access.Powers;
import org.safetyledger.access.Role;

/** Which kept counts are told of what is asked, and to whom. */
class KeptCountsTest {
    private static final KeptCounts.Cube BY_PLACE = KeptCounts.Cube.of("PLACE", List.of("status", "town_code"));
    private static final KeptCounts.Cube BY_BOTH = KeptCounts.Cube.of("BOTH", List.of("status", "town_code", "sector"));
    private static final KeptCounts KEPT = new KeptCounts("cell", List.of(BY_PLACE, BY_BOTH));

    private static final Facet STATUS = Facet.of("status", "status", "");
    private static final Facet SECTOR = Facet.ofTrade("sector", "sector", "");
    private static final Facet TOWN = Facet.town("");

    @Test
    void facetsOfAKindAreToldByTheSmallestCubeThatKnowsAllThatIsAsked() {
        assertEquals(
                Map.of(BY_PLACE, List.of(STATUS, TOWN), BY_BOTH, List.of(SECTOR)),
                told(city(Role.CITY_OFFICER, false), new Conditions(), STATUS, SECTOR, TOWN));
        assertEquals(
                Map.of(BY_BOTH, List.of(STATUS)),
                told(city(Role.CITY_OFFICER, false), new Conditions().ofColumn("sector", "= 'GAS'"), STATUS));
        assertEquals(Map.of(BY_PLACE, List.of()), told(city(Role.AUDITOR, false), new Conditions()));
    }

    @Test
    void whatNoCubeIsCutByIsCountedInTheRows() {
        Caller officer = city(Role.CITY_OFFICER, false);
        assertNull(told(officer, new Conditions().ofColumn("category_code", "= 'X'"), STATUS));
        assertNull(told(officer, new Conditions().add("t.due_at < now()"), STATUS));
        assertNull(told(officer, new Conditions().search(List.of("word")), STATUS));
        assertNull(told(officer, new Conditions(), STATUS, Facet.of("grade", "grade", "")));
        assertNull(told(officer, new Conditions(), Facet.by("source", "t.source", "")));
    }

    /** Departments see some trades, enterprises what is theirs, and whoever has grants more than the place. */
    @Test
    void whoSeesLessOrMoreThanAPlaceHasTheRowsCounted() {
        assertNull(told(city(Role.CITY_OFFICER, true), new Conditions(), STATUS));
        assertNull(told(city(Role.DEPARTMENT_OFFICER, false), new Conditions(), STATUS));
        assertNull(told(city(Role.ENTERPRISE_MANAGER, false), new Conditions(), STATUS));
        assertNull(told(city(Role.ENTERPRISE_WORKER, false), new Conditions(), STATUS));
    }

    @Test
    void townIsToldByWhatIsCutByTownsOnly() {
        KeptCounts ofCounties = new KeptCounts("cell", List.of(new KeptCounts.Cube("COUNTY", Set.of("status"))));
        Caller town = caller(Role.COUNTY_OFFICER, "410225101000", false);
        assertNull(ofCounties.telling(town, new Conditions(), List.of(STATUS)));
        assertEquals(Map.of(BY_PLACE, List.of(STATUS)), told(town, new Conditions(), STATUS));
    }

    private static @Nullable Map<KeptCounts.Cube, List<Facet>> told(
            Caller caller, Conditions conditions, Facet... facets) {
        return KEPT.telling(caller, conditions, List.of(facets));
    }

    private static Caller city(Role role, boolean granted) {
        return caller(role, "410200000000", granted);
    }

    private static Caller caller(Role role, String division, boolean granted) {
        return new Caller("subject", "name", role, division, null, Powers.NONE, null, Set.of(), granted);
    }
}
