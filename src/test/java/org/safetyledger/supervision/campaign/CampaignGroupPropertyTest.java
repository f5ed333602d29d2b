package org.safetyledger.supervision.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.CampaignGroupScene.CITY;
import static org.safetyledger.testing.CampaignGroupScene.FROM_QIXIAN;
import static org.safetyledger.testing.TestCaller.CITY_OFFICER;
import static org.safetyledger.testing.TestCaller.LANKAO_ENTERPRISE;
import static org.safetyledger.testing.TestCaller.OFFICER_LANKAO;
import static org.safetyledger.testing.TestCaller.OFFICER_QIXIAN;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.NodeType;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignGroupScene;
import org.safetyledger.testing.Chance;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.Loop;
import org.safetyledger.testing.SupervisionScene;
import org.safetyledger.testing.TestCaller;
import org.safetyledger.testing.Together;

/** Whatever several do with the groups and visits of one campaign at once: grants are those of its members, and totals add up. */
@LedgerTest
class CampaignGroupPropertyTest {
    private static final int CAMPAIGNS = 2;
    private static final int ROUNDS = 10;
    private static final int PEOPLE = 4;
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);
    private static final List<TestCaller> ACTORS =
            List.of(CITY_OFFICER, CITY_OFFICER, FROM_QIXIAN, OFFICER_LANKAO, OFFICER_QIXIAN);
    private static final List<List<String>> PLACES =
            List.of(List.of("410225000000"), List.of("410225101000"), List.of("410221000000"));

    private static final String GRANTED =
            "select g.object_id, g.grantee from object_grant g join campaign_group o on o.id = g.object_id"
                    + " where o.campaign_id = ? and g.ends_at > greatest(now(), g.starts_at) order by 1, 2";

    private static final String MEMBERS =
            "select m.group_id, m.subject from campaign_group_member m join campaign_group o on o.id = m.group_id"
                    + " join campaign c on c.id = o.campaign_id where o.campaign_id = ? and m.left_at is null and o.status = 'FORMED'"
                    + " and c.status <> 'ARCHIVED' order by 1, 2";

    private static final String TOO_LONG =
            "select g.id from object_grant g join campaign_group o on o.id = g.object_id join campaign c on c.id = o.campaign_id"
                    + " where c.id = ? and g.ends_at > (c.ends_on + 1)::timestamp at time zone 'Asia/Shanghai'";

    private static final String OUTSIDE =
            "select i.id from inspection i join campaign c on c.id = i.campaign_id where c.id = ?"
                    + " and (i.started_at at time zone 'Asia/Shanghai')::date not between c.starts_on and c.ends_on";

    private static final String PROGRESS = "query($id: ID!) { campaignProgress(id: $id) { visits started hazards }"
            + " inspections(first: 100, filter: {campaignId: $id}) { nodes { status startedAt hazards { totalCount } } } }";

    private final Loop loop = new Loop();

    @Inject
    LedgerTables database;

    @Test
    void grantsAreThoseOfItsMembersAndTotalsEqualTheirDrillDown() {
        long seed = Chance.seed("groups of campaigns");
        int accepted = 0;
        for (int run = 0; run < CAMPAIGNS; run++) {
            // Given
            Chance chance = Chance.of(seed, run);
            String campaign = CITY.approved();
            String told = "seed " + seed + " run " + run;

            for (int round = 0; round < ROUNDS; round++) {
                // When
                List<Supplier<Payload>> steps = steps(chance, campaign);
                List<Payload> answers =
                        Together.act(PEOPLE, person -> steps.get(person).get());

                // Then
                accepted += (int) answers.stream()
                        .filter(CampaignGroupPropertyTest::isAccepted)
                        .count();
                answers.forEach(answer -> assertTrue(
                        answer.answer().get("errors") == null
                                || List.of("NOT_FOUND", "FORBIDDEN", "BUSY")
                                        .containsAll(answer.answer().getList("errors.extensions.code")),
                        () -> told + ": " + answer.answer().prettify()));
                requireInvariants(campaign, told);
            }
            archive(campaign).accepted();
            requireInvariants(campaign, told);
            assertNull(
                    LedgerClient.as(FROM_QIXIAN)
                            .answer(PROGRESS, Map.of("id", campaign))
                            .get("data.campaignProgress"),
                    told);
        }
        assertTrue(accepted > CAMPAIGNS * 3, "Too little happened with seed " + seed);
    }

    private void requireInvariants(String campaign, String told) {
        UUID id = uuid(campaign);
        assertEquals(database.rows(MEMBERS, id), database.rows(GRANTED, id), told);
        assertEquals(List.of(), database.rows(TOO_LONG, id), told);
        assertEquals(List.of(), database.rows(OUTSIDE, id), told);
        for (TestCaller reader : List.of(CITY_OFFICER, FROM_QIXIAN, OFFICER_LANKAO)) {
            JsonPath seen = LedgerClient.as(reader).answer(PROGRESS, Map.of("id", campaign));
            if (seen.get("data.campaignProgress") != null) {
                List<String> states = seen.getList("data.inspections.nodes.status");
                List<String> starts = seen.getList("data.inspections.nodes.findAll { it.startedAt }.startedAt");
                List<Integer> hazards = seen.getList("data.inspections.nodes.hazards.totalCount");
                assertEquals(
                        Map.of(
                                "visits",
                                (int) states.stream()
                                        .filter(state -> !state.equals("CANCELLED"))
                                        .count(),
                                "started",
                                starts.size(),
                                "hazards",
                                hazards.stream().mapToInt(Integer::intValue).sum()),
                        seen.getMap("data.campaignProgress"),
                        told + " " + reader.subject());
            }
        }
    }

    private List<Supplier<Payload>> steps(Chance chance, String campaign) {
        String group = some(
                chance,
                "select id from campaign_group where campaign_id = ? order by id",
                campaign,
                NodeType.CAMPAIGN_GROUP);
        String visit = some(
                chance, "select id from inspection where campaign_id = ? order by id", campaign, NodeType.INSPECTION);
        List<Supplier<Payload>> steps = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            TestCaller actor = chance.oneOf(ACTORS);
            CampaignGroupScene scene = new CampaignGroupScene(
                    actor, chance.oneOf(List.of("姜文海", "冯强林")), chance.oneOf(List.of("常森思", "武鑫秀")));
            Map<String, Object> plan = scene.plan(campaign);
            plan.put("startsOn", TODAY.plusDays(chance.below(4)).toString());
            plan.put("endsOn", TODAY.plusDays(chance.below(40)).toString());
            plan.put("targetJurisdictions", chance.oneOf(PLACES));
            int what = group == null ? 0 : chance.below(visit == null ? 4 : 6);
            steps.add(
                    switch (what) {
                        case 0 -> () -> scene.form(plan);
                        case 1 ->
                            () -> scene.change(Map.of(
                                    "id", String.valueOf(group),
                                    "leaderId", SupervisionScene.person(scene.leader()),
                                    "memberIds", List.of(SupervisionScene.person(scene.member())),
                                    "reason", "轮换"));
                        case 2 -> () -> scene.end(String.valueOf(group));
                        case 3 -> () -> CampaignGroupScene.planned(Map.of("campaignId", campaign));
                        case 4 ->
                            () -> run(
                                    actor,
                                    "startInspection",
                                    "StartInspectionInput",
                                    Loop.start(String.valueOf(visit)));
                        default -> () -> run(actor, "reportHazard", "ReportHazardInput", report(String.valueOf(visit)));
                    });
        }
        return steps;
    }

    private @Nullable String some(Chance chance, String query, String campaign, NodeType type) {
        List<String> ids = database.rows(query, uuid(campaign));
        return ids.isEmpty() ? null : NodeId.text(type, UUID.fromString(chance.oneOf(ids)));
    }

    private Map<String, Object> report(String visit) {
        return Map.of(
                "enterpriseId",
                loop.enterpriseId(CITY_OFFICER, LANKAO_ENTERPRISE),
                "inspectionId",
                visit,
                "title",
                "二号仓库消防通道堵塞 " + UUID.randomUUID(),
                "category",
                "FIRE_FACILITIES");
    }

    /** What is open of it is broken off, called off and handed over first. */
    private Payload archive(String campaign) {
        for (String row :
                database.rows("select id, status from inspection where campaign_id = ? order by id", uuid(campaign))) {
            String[] visit = row.split("\\|", -1);
            String id = NodeId.text(NodeType.INSPECTION, UUID.fromString(visit[0]));
            Map<String, String> reason = Map.of("id", id, "reason", "结束");
            if (visit[1].equals("IN_PROGRESS")) {
                // Who started it may see it no longer: the county's officer breaks it off.
                run(OFFICER_LANKAO, "abortInspection", "EndInspectionInput", reason)
                        .accepted();
            } else {
                run(CITY_OFFICER, "cancelInspection", "EndInspectionInput", reason)
                        .accepted();
            }
        }
        return run(
                CITY_OFFICER,
                "archiveCampaign",
                "ArchiveCampaignInput",
                Map.of("id", campaign, "handover", "兰考县应急管理局"));
    }

    private static boolean isAccepted(Payload answer) {
        return answer.answer().get("errors") == null && answer.userErrorCodes().isEmpty();
    }

    private static Payload run(TestCaller caller, String mutation, String input, Map<String, ?> values) {
        return LedgerClient.as(caller).mutate(mutation, input, values, "__typename");
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }
}
