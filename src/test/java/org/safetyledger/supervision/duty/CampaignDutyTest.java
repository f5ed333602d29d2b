package org.safetyledger.supervision.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safetyledger.testing.TestCaller.*;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safetyledger.graphql.NodeId;
import org.safetyledger.graphql.Times;
import org.safetyledger.testing.CampaignDutyScene;
import org.safetyledger.testing.CampaignScene;
import org.safetyledger.testing.LedgerClient;
import org.safetyledger.testing.LedgerClient.Payload;
import org.safetyledger.testing.LedgerTables;
import org.safetyledger.testing.LedgerTest;
import org.safetyledger.testing.TestCaller;

/** Who is on duty on the days of a campaign, and what they record. */
@LedgerTest
class CampaignDutyTest {
    private static final LocalDate TODAY = LocalDate.now(Times.ZONE);

    private final CampaignScene campaigns = CampaignScene.LANKAO;

    @Inject
    LedgerTables database;

    @Test
    void dayIsRecordedByWhoIsOnDutyEvenWhenNothingHappened() {
        // Given
        String duty = CampaignDutyScene.set(campaigns.approved(), TODAY);

        // When
        Payload byOther = CampaignDutyScene.record(OFFICER_LANKAO_2, duty, 0);
        Payload recorded = CampaignDutyScene.record(OFFICER_LANKAO, duty, 0);

        // Then
        assertEquals(List.of("NOT_ON_DUTY"), byOther.userErrorCodes());
        assertEquals("RECORDED", recorded.accepted().text("campaignDuty.status"));
        JsonPath seen = LedgerClient.as(TOWN_OFFICER_LANKAO)
                .query(
                        "query($id: ID!) { node(id: $id) { ... on CampaignDuty { leader officers phone visits incidents recordedBy } }"
                                + " history(of: $id) { nodes { action } } }",
                        Map.of("id", duty));
        assertEquals("蔡雅梅", seen.getString("data.node.leader"));
        assertEquals(List.of("常森思"), seen.getList("data.node.officers"));
        assertEquals("0371-23370000", seen.getString("data.node.phone"));
        assertEquals(0, seen.getInt("data.node.visits"));
        assertEquals(0, seen.getInt("data.node.incidents"));
        assertEquals("county-officer-lankao", seen.getString("data.node.recordedBy"));
        assertEquals(List.of("ROSTERED", "RECORDED"), seen.getList("data.history.nodes.action"));
    }

    @Test
    void officerOfADepartmentAndOfALowerAuthorityRecordWhatTheyAreOnDutyFor() {
        // Given
        CampaignScene ofCity = new CampaignScene(CITY_OFFICER, CITY_LEADER, List.of("410225000000"));
        String one = setByCity(ofCity.approved(), "田晨鹏");
        String other = setByCity(ofCity.approved(), "黎娟晨");

        // When, Then
        assertEquals(
                List.of("NOT_ON_DUTY"),
                CampaignDutyScene.record(FIRE_LANKAO, other, 0).userErrorCodes());
        assertEquals(
                "RECORDED",
                CampaignDutyScene.record(FIRE_LANKAO, one, 0).accepted().text("campaignDuty.status"));
        assertEquals(
                "RECORDED",
                CampaignDutyScene.record(TOWN_OFFICER_LANKAO, other, 0)
                        .accepted()
                        .text("campaignDuty.status"));
    }

    private static String setByCity(String campaign, String onDuty) {
        Map<String, Object> roster = new HashMap<>(CampaignDutyScene.roster(campaign, TODAY));
        roster.put("officerIds", List.of(CampaignDutyScene.person(onDuty)));
        return CampaignDutyScene.set(CITY_OFFICER, roster).accepted().text("campaignDuty.id");
    }

    @Test
    void recordWithoutAFigureOrTwiceIsRefused() {
        // Given
        String duty = CampaignDutyScene.set(campaigns.approved(), TODAY);
        List<String> negative =
                CampaignDutyScene.record(OFFICER_LANKAO, duty, -1).userErrorCodes();
        CampaignDutyScene.record(OFFICER_LANKAO, duty, 2).accepted();

        // When, Then
        assertEquals(Collections.nCopies(4, "VALUE_OUT_OF_RANGE"), negative);
        assertEquals(
                List.of("WRONG_STATE"),
                CampaignDutyScene.record(OFFICER_LANKAO, duty, 3).userErrorCodes());
    }

    @Test
    void rosterIsSetByTheCampaignsAuthorityForDaysOfItsWindow() {
        // Given
        String campaign = campaigns.approved();
        String draft = campaigns.drafted();

        // When, Then
        assertEquals(
                List.of("OUTSIDE_CAMPAIGN_WINDOW"),
                CampaignDutyScene.set(OFFICER_LANKAO, CampaignDutyScene.roster(campaign, TODAY.plusDays(31)))
                        .userErrorCodes());
        assertEquals(
                List.of("CAMPAIGN_NOT_APPROVED"),
                CampaignDutyScene.set(OFFICER_LANKAO, CampaignDutyScene.roster(draft, TODAY))
                        .userErrorCodes());
        assertEquals(
                List.of("NOT_THE_AUTHORITY"),
                CampaignDutyScene.set(CITY_OFFICER, CampaignDutyScene.roster(campaign, TODAY))
                        .userErrorCodes());
        assertEquals(
                List.of("REFERENCE_NOT_FOUND"),
                CampaignDutyScene.set(OFFICER_QIXIAN, CampaignDutyScene.roster(campaign, TODAY))
                        .userErrorCodes());
        assertEquals(
                List.of("FORBIDDEN"),
                CampaignDutyScene.set(COUNTY_LEADER_LANKAO, CampaignDutyScene.roster(campaign, TODAY))
                        .errorCodes());
        Map<String, Object> ofEnterprise = new HashMap<>(CampaignDutyScene.roster(campaign, TODAY));
        ofEnterprise.put("leaderId", CampaignDutyScene.person("赵红阳"));
        Payload refused = CampaignDutyScene.set(OFFICER_LANKAO, ofEnterprise);
        assertEquals(List.of("OUTSIDE_JURISDICTION"), refused.userErrorCodes());
        assertEquals(List.of("leaderId"), refused.get("userErrors[0].path"));
    }

    @Test
    void rosterIsReplacedUntilTheDayIsRecorded() {
        // Given
        String campaign = campaigns.approved();
        String duty = CampaignDutyScene.set(campaign, TODAY);
        Map<String, Object> other = new HashMap<>(CampaignDutyScene.roster(campaign, TODAY));
        other.put("officerIds", List.of(CampaignDutyScene.person("冯强林")));

        // When
        Payload replaced = CampaignDutyScene.set(OFFICER_LANKAO, other).accepted();
        List<String> nobodyAnyMore =
                CampaignDutyScene.record(OFFICER_LANKAO, duty, 0).userErrorCodes();
        CampaignDutyScene.record(OFFICER_LANKAO_2, duty, 0).accepted();
        List<String> afterwards = CampaignDutyScene.set(OFFICER_LANKAO, other).userErrorCodes();

        // Then
        assertEquals(duty, replaced.text("campaignDuty.id"));
        assertEquals(List.of("NOT_ON_DUTY"), nobodyAnyMore);
        assertEquals(List.of("WRONG_STATE"), afterwards);
    }

    @Test
    void dayThatIsSetFromTwoSidesAtOnceHasOneRow() throws InterruptedException {
        // Given
        String campaign = campaigns.approved();
        Callable<String> setting = () -> CampaignDutyScene.set(campaign, TODAY);

        // When
        List<String> duties;
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            duties = atOnce.invokeAll(List.of(setting, setting)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
        }

        // Then
        assertEquals(1, duties.size());
        assertEquals(
                List.of("ROSTERED"),
                LedgerClient.as(OFFICER_LANKAO)
                        .query(
                                "query($id: ID!) { history(of: $id) { nodes { action } } }",
                                Map.of("id", duties.getFirst()))
                        .getList("data.history.nodes.action"));
    }

    @Test
    void dayIsNotRecordedBeforeItHasCome() {
        String duty = CampaignDutyScene.set(campaigns.approved(), TODAY.plusDays(1));
        assertEquals(
                List.of("NOT_ON_DUTY"),
                CampaignDutyScene.record(OFFICER_LANKAO, duty, 0).userErrorCodes());
    }

    @Test
    void missingDaysAreToldAndTheProgressEqualsItsDrillDown() {
        // Given
        String campaign = campaigns.approved();
        database.change(
                "update campaign set starts_on = ?, approved_at = approved_at - interval '5 days' where id = ?",
                TODAY.minusDays(4),
                uuid(campaign));
        String late = past(campaign, 3);
        past(campaign, 1);
        String kept = CampaignDutyScene.set(campaign, TODAY);
        CampaignDutyScene.record(OFFICER_LANKAO, kept, 1).accepted();
        move(kept, 2);
        CampaignDutyScene.set(campaign, TODAY);
        CampaignDutyScene.record(OFFICER_LANKAO, late, 1).accepted();

        // When
        JsonPath told = LedgerClient.as(COUNTY_LEADER_LANKAO)
                .query(
                        "query($id: ID!) { campaignProgress(id: $id) { dutyDaysKept dutyDaysLate dutyDaysMissing }"
                                + " recorded: campaignDuties(filter: {campaignId: $id, status: RECORDED}) { totalCount nodes { day late } }"
                                + " missing: campaignDuties(filter: {campaignId: $id, missing: true}) { nodes { day missing late } }"
                                + " campaign(id: $id) { duties { totalCount } } }",
                        Map.of("id", campaign));

        // Then
        assertEquals(
                told.getInt("data.recorded.totalCount"),
                told.getInt("data.campaignProgress.dutyDaysKept") + told.getInt("data.campaignProgress.dutyDaysLate"));
        assertEquals(
                List.of(TODAY.minusDays(2) + " false", TODAY.minusDays(3) + " true"),
                told.getList("data.recorded.nodes.collect { it.day + ' ' + it.late }"));
        assertEquals(
                Stream.of(4, 3, 1).map(days -> TODAY.minusDays(days).toString()).toList(),
                told.getList("data.campaignProgress.dutyDaysMissing"));
        assertEquals(
                List.of(TODAY.minusDays(1) + " true false", TODAY.minusDays(3) + " true true"),
                told.getList("data.missing.nodes.collect { it.day + ' ' + it.missing + ' ' + it.late }"));
        assertEquals(4, told.getInt("data.campaign.duties.totalCount"));
    }

    @Test
    void rosterOfADayThatHasGoneByIsNotWrittenAfterwards() {
        // Given
        String campaign = campaigns.approved();
        database.change("update campaign set starts_on = ? where id = ?", TODAY.minusDays(3), uuid(campaign));
        past(campaign, 1);

        // When, Then
        for (int days = 1; days < 3; days++) {
            Payload refused =
                    CampaignDutyScene.set(OFFICER_LANKAO, CampaignDutyScene.roster(campaign, TODAY.minusDays(days)));
            assertEquals(List.of("ROSTER_AFTER_THE_DAY"), refused.userErrorCodes());
        }
    }

    @Test
    void campaignIsArchivedWhenItsDutyWasRecordedIfLateByItsAuthority() {
        // Given
        String campaign = campaigns.approved();
        String duty = past(campaign, 1);
        String tomorrow = CampaignDutyScene.set(campaign, TODAY.plusDays(1));

        // When
        Payload early = archive(campaign);
        CampaignDutyScene.record(OFFICER_LANKAO_2, duty, 0).accepted();
        archive(campaign).accepted();
        move(tomorrow, 1);

        // Then
        assertEquals(List.of("CAMPAIGN_DUTY_OPEN"), early.userErrorCodes());
        assertTrue(String.valueOf(early.text("userErrors[0].message")).contains("1"));
        assertEquals(
                List.of("CAMPAIGN_NOT_APPROVED"),
                CampaignDutyScene.record(OFFICER_LANKAO, tomorrow, 0).userErrorCodes());
    }

    private static Payload archive(String campaign) {
        return LedgerClient.as(OFFICER_LANKAO)
                .mutate("archiveCampaign", "ArchiveCampaignInput", Map.of("id", campaign), "__typename");
    }

    /** A day that was set and has gone by. */
    private String past(String campaign, int days) {
        String duty = CampaignDutyScene.set(campaign, TODAY);
        move(duty, days);
        return duty;
    }

    /** As if so many days had gone by since. */
    private void move(String duty, int days) {
        database.changePastTriggers(
                "update campaign_duty set day = day - ?, recorded_at = recorded_at - make_interval(days => ?) where id = ?",
                days,
                days,
                uuid(duty));
    }

    @Test
    void dutyIsSeenByWhomTheCampaignTargetsAndByNobodyElse() {
        // Given
        String duty = CampaignDutyScene.set(campaigns.approved(), TODAY);

        // When, Then
        assertEquals(duty, node(TOWN_OFFICER_LANKAO, duty));
        assertEquals(duty, node(CITY_LEADER, duty));
        for (TestCaller other : List.of(OFFICER_QIXIAN, AUDITOR_QIXIAN, MANAGER_LANKAO, WORKER_LANKAO)) {
            assertNull(node(other, duty), other.subject());
        }
    }

    private static UUID uuid(String id) {
        return NodeId.parse(id).orElseThrow().uuid();
    }

    private static @Nullable String node(TestCaller reader, String id) {
        return LedgerClient.as(reader)
                .answer("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .getString("data.node.id");
    }
}
