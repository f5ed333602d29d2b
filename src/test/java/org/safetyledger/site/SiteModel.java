package org.safetyledger.site;

import static org.safetyledger.testing.SiteScene.WEISHI;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safetyledger.testing.SiteScene;
import org.safetyledger.testing.TestCaller;

/** What a site and its units must do, by the domain's description alone. Days are told by how long ago they are. */
final class SiteModel {
    static final int DAYS = 20;

    static final TestCaller TOWN = TestCaller.authority("town-officer-weishi", "county-officer", "410223102000");
    static final TestCaller OTHER_TOWN =
            TestCaller.authority("town-officer-weishi-2", "county-officer", "410223103000");
    static final TestCaller CHEMICALS = new TestCaller(
            "officer-KF-410223-EM",
            "department-officer",
            "410223000000",
            "KF-410223-EM",
            List.of("B", "C"),
            List.of(),
            null,
            null);
    static final List<TestCaller> ACTORS = List.of(
            WEISHI.office(),
            TestCaller.CITY_OFFICER,
            TOWN,
            CHEMICALS,
            OTHER_TOWN,
            TestCaller.OFFICER_LANKAO,
            TestCaller.CITY_LEADER,
            TestCaller.ofEnterprise("manager-weishi", "enterprise-manager", WEISHI.tenant()));

    /** Of the site's town two works and a fair; a farm of another town, and one of another county. */
    static final List<String> ENTERPRISES = List.of(
            WEISHI.tenant(),
            WEISHI.landlord(),
            "91410223MA9YBR0G9M",
            "91410223MA6GN3Y291",
            TestCaller.LANKAO_ENTERPRISE);

    private static final Set<String> KEEPERS = Set.of("city-officer", "county-officer", "department-officer");

    final String id;
    final List<Stay> units = new ArrayList<>();
    final List<Stay> mains = new ArrayList<>();
    final List<String> history = new ArrayList<>(List.of("REGISTERED"));
    String state = "REGISTERED";

    SiteModel(String id) {
        this.id = id;
        units.add(new Stay(WEISHI.tenant(), DAYS, null));
    }

    enum Verb {
        ADD("addSiteUnit", "AddSiteUnitInput", "UNIT_ADDED"),
        END("endSiteUnit", "EndSiteUnitInput", "UNIT_ENDED"),
        NAME("nameMainUnit", "NameMainUnitInput", "MAIN_UNIT_NAMED"),
        CORRECT("correctSite", "CorrectSiteInput", "CORRECTED"),
        CLOSE("closeSite", "CloseSiteInput", "CLOSED");

        final String mutation;
        final String inputType;
        final String action;

        Verb(String mutation, String inputType, String action) {
            this.mutation = mutation;
            this.inputType = inputType;
            this.action = action;
        }
    }

    /** Who is on the site, or has the main responsibility, from so many days ago to so many; null for until now. */
    record Stay(String enterprise, int from, @Nullable Integer to) {
        boolean lasts() {
            return to == null;
        }

        /** How long ago its last day is at least: of what lasts, its first. */
        int lastsTo() {
            return to == null ? from : to;
        }
    }

    /** Something that is tried, of an enterprise and from, or to, a day. */
    record Attempt(Verb verb, TestCaller caller, String enterprise, int day) {
        Map<String, Object> input(String site, Map<String, String> ids) {
            Map<String, Object> named = new HashMap<>();
            named.put("enterpriseId", ids.get(enterprise));
            String on = SiteScene.daysAgo(day);
            switch (verb) {
                case ADD -> named.putAll(Map.of("role", "TENANT", "from", on));
                case END -> named.put("lastDay", on);
                case NAME -> named.put("from", on);
                case CORRECT -> named = SiteScene.place("厂中厂 " + UUID.randomUUID());
                case CLOSE -> named.clear();
            }
            return SiteScene.of(site, named);
        }
    }

    /** The code with which it must be refused; null when it must be carried out. */
    @Nullable
    String refusal(Attempt attempt, boolean stale) {
        String ofCaller = refusal(attempt.verb(), attempt.caller(), stale);
        return ofCaller == null ? further(attempt) : ofCaller;
    }

    /** What is told beforehand, whatever enterprise and day will be named. */
    @Nullable
    String refusal(Verb verb, TestCaller caller, boolean stale) {
        if (!KEEPERS.contains(caller.role())) {
            return "FORBIDDEN";
        }
        if (!sees(caller)) {
            return "NOT_FOUND";
        }
        // A town that only sees the site by a unit of its own holds no row whose version it could have changed.
        if (stale && caller != OTHER_TOWN) {
            return "STALE_VERSION";
        }
        if (!state.equals("REGISTERED")) {
            return "WRONG_STATE";
        }
        if (caller == OTHER_TOWN) {
            return "OUTSIDE_JURISDICTION";
        }
        return verb == Verb.CLOSE && present() > 0 ? "SITE_IN_USE" : null;
    }

    boolean sees(TestCaller caller) {
        if (caller == OTHER_TOWN) {
            return units.stream().anyMatch(unit -> unit.enterprise().equals(ENTERPRISES.get(3)));
        }
        if (caller.role().equals("enterprise-manager")) {
            return presence(WEISHI.tenant()) != null;
        }
        return caller != TestCaller.OFFICER_LANKAO;
    }

    private @Nullable String further(Attempt attempt) {
        return switch (attempt.verb()) {
            case ADD -> ofArrival(attempt);
            case END -> ofEnd(attempt);
            case NAME -> ofMain(attempt);
            case CORRECT, CLOSE -> null;
        };
    }

    private @Nullable String ofArrival(Attempt attempt) {
        int which = ENTERPRISES.indexOf(attempt.enterprise());
        boolean seen = attempt.caller() == TestCaller.CITY_OFFICER
                || attempt.caller() == WEISHI.office() && which < 4
                || attempt.caller() == TOWN && which < 3
                || supervised(attempt);
        if (!seen) {
            return "REFERENCE_NOT_FOUND";
        }
        if (which == 4) {
            return "UNIT_OF_ANOTHER_COUNTY";
        }
        boolean overlaps = units.stream()
                .anyMatch(unit -> unit.enterprise().equals(attempt.enterprise())
                        && (unit.lasts() || unit.lastsTo() <= attempt.day()));
        return overlaps ? "SITE_UNIT_OVERLAPS" : null;
    }

    private @Nullable String ofEnd(Attempt attempt) {
        Stay unit = presence(attempt.enterprise());
        if (attempt.caller() == CHEMICALS && !supervised(attempt)) {
            return "REFERENCE_NOT_FOUND";
        }
        if (unit == null) {
            return "NOT_ON_THE_SITE";
        }
        boolean early = mains.stream()
                .anyMatch(main -> main.enterprise().equals(attempt.enterprise()) && main.lastsTo() < attempt.day());
        return early || unit.from() < attempt.day() ? "END_BEFORE_START" : null;
    }

    private @Nullable String ofMain(Attempt attempt) {
        Stay unit = presence(attempt.enterprise());
        if (attempt.caller() == CHEMICALS && !supervised(attempt)) {
            return "REFERENCE_NOT_FOUND";
        }
        if (unit == null || unit.from() < attempt.day()) {
            return "NOT_ON_THE_SITE";
        }
        return mains.stream().anyMatch(main -> main.lastsTo() <= attempt.day()) ? "MAIN_UNIT_HOLDS" : null;
    }

    /** Works are of the department's trades, the fair and the farms are not. */
    private static boolean supervised(Attempt attempt) {
        return attempt.caller() == CHEMICALS && ENTERPRISES.indexOf(attempt.enterprise()) < 2;
    }

    private @Nullable Stay presence(String enterprise) {
        return units.stream()
                .filter(unit -> unit.lasts() && unit.enterprise().equals(enterprise))
                .findFirst()
                .orElse(null);
    }

    void apply(Attempt attempt) {
        int day = attempt.day();
        switch (attempt.verb()) {
            case ADD -> units.add(new Stay(attempt.enterprise(), day, null));
            case END -> {
                end(units, attempt.enterprise(), day);
                end(mains, attempt.enterprise(), day);
            }
            case NAME -> {
                mains.replaceAll(main -> main.lasts() ? new Stay(main.enterprise(), main.from(), day + 1) : main);
                mains.add(new Stay(attempt.enterprise(), day, null));
            }
            case CLOSE -> state = "CLOSED";
            case CORRECT -> {}
        }
        history.add(attempt.verb().action);
    }

    private static void end(List<Stay> stays, String enterprise, int day) {
        stays.replaceAll(stay ->
                stay.lasts() && stay.enterprise().equals(enterprise) ? new Stay(enterprise, stay.from(), day) : stay);
    }

    int present() {
        return (int) units.stream().filter(Stay::lasts).count();
    }

    @Nullable
    Stay main() {
        return mains.stream().filter(Stay::lasts).findFirst().orElse(null);
    }
}
