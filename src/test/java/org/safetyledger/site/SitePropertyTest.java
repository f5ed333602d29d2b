package org.safetyledger.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.SiteScene.WEISHI;
import static org.safetyledger.testing.SiteScene.daysAgo;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safetyledger.site.SiteModel.Attempt;
import org.safetyledger.site.SiteModel.Stay;
import org.safetyledger.site.SiteModel.Verb;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** Whoever comes to a site, leaves it and is named on it, in whatever order: the register says what was decided. */
@LedgerTest
class SitePropertyTest {
    private static final int SEQUENCES = 4;
    private static final int STEPS = 22;

    private static final String SEEN = "query($id: ID!) { site(id: $id) { status version presentUnits mainUnitName"
            + " mainUnitSince mainUnitMissing units { name validFrom validTo } mainUnits { name validFrom validTo } }"
            + " history(of: $id, first: 100) { nodes { action } } verifyHistory(of: $id) { intact } }";

    private static final String FORETOLD =
            "query($id: ID!) { site(id: $id) { availableActions { action allowed code } } }";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    @BeforeEach
    void know() {
        for (String creditCode : SiteModel.ENTERPRISES) {
            JsonPath enterprise = LedgerClient.as(CITY_OFFICER)
                    .query(
                            "query($code: String) { enterprise(creditCode: $code) { id name } }",
                            Map.of("code", creditCode));
            ids.put(creditCode, enterprise.getString("data.enterprise.id"));
            names.put(creditCode, enterprise.getString("data.enterprise.name"));
        }
    }

    /** Whoever left today is there until tonight, and would be on the sites of other tests' enterprises. */
    @AfterEach
    void leftLongAgo() {
        for (String stays : List.of("site_unit", "site_main_unit")) {
            new LedgerTables()
                    .changePastTriggers(
                            "update " + stays
                                    + " u set valid_from = valid_from - 90, valid_to = valid_to - 90 from site s"
                                    + " where s.id = u.site_id and s.county_code = '410223' and u.valid_to >= ledger_today() - 1");
        }
    }

    @Test
    void sitesGoTheWayOfTheDomainWhateverIsTried() {
        long seed = Chance.seed("sites");
        Map<String, Integer> outcomes = new HashMap<>();
        for (int run = 0; run < SEQUENCES; run++) {
            List<String> told = new ArrayList<>(List.of("seed " + seed + ", run " + run));
            try {
                sequence(Chance.of(seed, run), told, outcomes);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError(String.join("\n  ", told), failure);
            }
        }
        System.out.println("sites: " + outcomes);
        assertTrue(outcomes.getOrDefault("accepted", 0) > SEQUENCES * STEPS / 4, "Too little was accepted");
    }

    private void sequence(Chance chance, List<String> told, Map<String, Integer> outcomes) {
        Map<String, Object> registration = WEISHI.registration();
        registration.put("from", daysAgo(SiteModel.DAYS));
        SiteModel model = new SiteModel(WEISHI.register(registration).accepted().text("site.id"));
        int version = look(model);
        for (int step = 0; step < STEPS; step++) {
            version = command(model, chosen(model, chance), chance, version, told, outcomes);
        }
        everybodyLeaves(model);
        look(model);
    }

    /** Mostly something legal, sometimes something that only a day or an enterprise forbids. */
    private static Attempt chosen(SiteModel model, Chance chance) {
        List<Attempt> all = Stream.of(Verb.values())
                .filter(verb -> verb != Verb.CLOSE || model.present() > 0 || chance.percent(20))
                .flatMap(verb -> SiteModel.ACTORS.stream()
                        .flatMap(caller -> SiteModel.ENTERPRISES.stream()
                                .flatMap(enterprise -> IntStream.rangeClosed(0, SiteModel.DAYS)
                                        .mapToObj(day -> new Attempt(verb, caller, enterprise, day)))))
                .toList();
        List<Attempt> legal = all.stream()
                .filter(attempt -> model.refusal(attempt, false) == null)
                .toList();
        List<Attempt> conditional = all.stream()
                .filter(attempt -> model.refusal(attempt.verb(), attempt.caller(), false) == null
                        && model.refusal(attempt, false) != null)
                .toList();
        int kind = chance.below(100);
        if (kind < 60 && !legal.isEmpty()) {
            Verb verb =
                    chance.oneOf(legal.stream().map(Attempt::verb).distinct().toList());
            return chance.oneOf(
                    legal.stream().filter(attempt -> attempt.verb() == verb).toList());
        }
        return chance.oneOf(kind < 80 && !conditional.isEmpty() ? conditional : all);
    }

    private int command(
            SiteModel model,
            Attempt attempt,
            Chance chance,
            int before,
            List<String> told,
            Map<String, Integer> outcomes) {
        Verb verb = attempt.verb();
        Map<String, Object> input = attempt.input(model.id, ids);
        boolean stale = chance.percent(8);
        if (stale || chance.percent(30)) {
            input.put("expectedVersion", stale ? before - 1 : before);
        }
        String expected = model.refusal(attempt, stale);
        String foretold = foretold(model, verb, attempt.caller());

        Payload answer = LedgerClient.as(attempt.caller())
                .mutate(verb.mutation, verb.inputType, input, "site { status version presentUnits }");

        List<String> codes = Stream.concat(answer.errorCodes().stream(), answer.userErrorCodes().stream())
                .toList();
        String code = codes.isEmpty() ? null : codes.getFirst();
        told.add(verb + " by " + attempt.caller().subject() + " of " + names.get(attempt.enterprise()) + " on day -"
                + attempt.day() + ": expected " + expected + ", got " + code);
        assertEquals(expected, code);
        assertEquals(model.refusal(verb, attempt.caller(), false), foretold);
        outcomes.merge(code == null ? "accepted" : code, 1, Integer::sum);
        if (code == null) {
            model.apply(attempt);
        }
        int after = look(model);
        assertTrue(code == null ? after > before : after == before, "The version went from " + before + " to " + after);
        if (code == null) {
            assertEquals(after, answer.<Integer>get("site.version"));
            assertEquals(model.present(), answer.<Integer>get("site.presentUnits"));
        }
        return after;
    }

    /** What the caller is told beforehand; of what is not seen, nothing. */
    private static @Nullable String foretold(SiteModel model, Verb verb, TestCaller caller) {
        JsonPath answer = LedgerClient.as(caller).query(FORETOLD, Map.of("id", model.id));
        assertEquals(model.sees(caller), answer.get("data.site") != null);
        if (!model.sees(caller)) {
            return model.refusal(verb, caller, false);
        }
        List<Map<String, Object>> actions = answer.getList("data.site.availableActions");
        Map<String, Object> action = actions.stream()
                .filter(each -> verb.mutation.equals(each.get("action")))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verb.mutation + " is not among the available actions"));
        assertEquals(action.get("code") == null, action.get("allowed"));
        return (String) action.get("code");
    }

    /** The site as the city sees it, compared with what was decided; gives its version. */
    private int look(SiteModel model) {
        JsonPath answer = LedgerClient.as(CITY_OFFICER).query(SEEN, Map.of("id", model.id));
        answer.setRootPath("data.site");
        Stay main = model.main();
        assertEquals(model.state, answer.getString("status"));
        assertEquals(model.present(), answer.getInt("presentUnits"));
        assertEquals(main == null ? null : names.get(main.enterprise()), answer.getString("mainUnitName"));
        assertEquals(main == null ? null : daysAgo(main.from()), answer.getString("mainUnitSince"));
        assertEquals(main == null && model.present() > 1, answer.getBoolean("mainUnitMissing"));
        assertEquals(told(model.units), sorted(answer.getList("units")));
        assertEquals(told(model.mains), sorted(answer.getList("mainUnits")));
        answer.setRootPath("data");
        assertEquals(model.history, answer.getList("history.nodes.action"));
        assertTrue(answer.getBoolean("verifyHistory.intact"));
        return answer.getInt("site.version");
    }

    private List<String> told(List<Stay> stays) {
        return stays.stream()
                .map(stay -> names.get(stay.enterprise()) + " " + daysAgo(stay.from()) + " "
                        + (stay.to() == null ? null : daysAgo(stay.to())))
                .sorted()
                .toList();
    }

    private static List<String> sorted(List<Map<String, Object>> stays) {
        return stays.stream()
                .map(stay -> stay.get("name") + " " + stay.get("validFrom") + " " + stay.get("validTo"))
                .sorted()
                .toList();
    }

    /** Whatever came before, all can leave today, and then the site can be closed. */
    private void everybodyLeaves(SiteModel model) {
        if (model.state.equals("CLOSED")) {
            return;
        }
        List<Attempt> last = new ArrayList<>();
        model.units.stream()
                .filter(Stay::lasts)
                .forEach(unit -> last.add(new Attempt(Verb.END, WEISHI.office(), unit.enterprise(), 0)));
        last.add(new Attempt(Verb.CLOSE, WEISHI.office(), WEISHI.tenant(), 0));
        for (Attempt attempt : last) {
            LedgerClient.as(attempt.caller())
                    .mutate(
                            attempt.verb().mutation,
                            attempt.verb().inputType,
                            attempt.input(model.id, ids),
                            "__typename")
                    .accepted();
            model.apply(attempt);
        }
    }
}
