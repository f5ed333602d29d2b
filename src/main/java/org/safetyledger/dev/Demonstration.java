package org.safetyledger.dev;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * What a newcomer finds in the ledger: hazards, some of them on each rung of the ladder, enterprises that nobody looked after for too long, check plans and visits with their papers, posts with their
 * checks and reports, who regulates and performs which duties, decisions about rules, campaigns, supervision, directives, draws, look-backs and reels of two counties in every state, told through the same
 * requests that front ends send. A story that the rules no longer allow ends where it stands; the others go on.
 */
final class Demonstration {
    private static final Logger LOG = Logger.getLogger(Demonstration.class);
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 4;
    private static final List<HazardStory> STORIES = List.of(HazardStory.values());
    private static final ZoneId LEDGER = ZoneId.of("Asia/Shanghai");
    private static final List<County> COUNTIES = List.of(
            new County(
                    "lankao",
                    "410225000000",
                    "HAZARDOUS_CHEMICALS",
                    Map.of("standard", "CHEM-2026", "clause", "5.1.1")),
            new County(
                    "qixian",
                    "410221000000",
                    "INDUSTRY_AND_TRADE",
                    Map.of("standard", "IT-2023", "clause", "第三条第（一）项")));

    private final Desk desk;

    Demonstration(Desk desk) {
        this.desk = desk;
    }

    /**
     * The people of a county are named by it.
     *
     * @param sector of the enterprise whose manager is a persona, with a clause that judges a hazard there a major one
     */
    record County(String name, String code, String sector, Map<String, String> clause) {
        String person(String role) {
            return role + "-" + name;
        }
    }

    /** Tells all stories, several at once, and how many of them came to their end. */
    int tell() throws InterruptedException {
        List<Future<Boolean>> told = new ArrayList<>();
        told.addAll(tellOfThePast());
        // Before the visits, which are made by plans, and the hazards, which name sites.
        for (County county : COUNTIES) {
            for (CheckPlanStory story : CheckPlanStory.values()) {
                told.add(CompletableFuture.completedFuture(
                        tells(story.name(), () -> new CheckPlanScene(desk, county, story).tell())));
            }
            told.add(CompletableFuture.completedFuture(
                    tells("sites", () -> new SiteScene(desk, county, enterpriseOf(county)).tell())));
        }
        try (ExecutorService tellers =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            for (County county : COUNTIES) {
                String enterprise = enterpriseOf(county);
                for (int i = 0; i < ROUNDS * STORIES.size(); i++) {
                    int number = i;
                    HazardStory story = STORIES.get(number % STORIES.size());
                    told.add(tellers.submit(() -> tells(
                            story.name(), () -> story.tell(new HazardScene(desk, county, enterprise, story, number)))));
                }
                told.add(tellers.submit(() -> tells("post", () -> new PostScene(desk, county).tell())));
                for (CampaignStory story : CampaignStory.values()) {
                    told.add(tellers.submit(
                            () -> tells(story.name(), () -> new CampaignScene(desk, county, story).tell())));
                }
                for (ResponsibilityStory story : ResponsibilityStory.values()) {
                    told.add(tellers.submit(
                            () -> tells(story.name(), () -> new ResponsibilityScene(desk, county, story).tell())));
                }
                for (SupervisionStory story : SupervisionStory.values()) {
                    told.add(tellers.submit(
                            () -> tells(story.name(), () -> new SupervisionScene(desk, county, story).tell())));
                }
                for (DirectiveStory story : DirectiveStory.values()) {
                    told.add(tellers.submit(() -> tells(
                            story.name(),
                            () -> new DirectiveScene(desk.daysAgo(story.daysAgo()), county, story).tell())));
                }
                County other = COUNTIES.get(1 - COUNTIES.indexOf(county));
                told.add(tellers.submit(() -> tells("groups", () -> new GroupScene(desk, county, other).tell())));
                for (TransferStory story : TransferStory.values()) {
                    told.add(tellers.submit(() -> tells(
                            story.name(), () -> new TransferScene(desk, county, other, enterprise, story).tell())));
                }
                for (VisitStory story : VisitStory.values()) {
                    told.add(tellers.submit(
                            () -> tells(story.name(), () -> new VisitScene(desk, county, enterprise, story).tell())));
                }
            }
        }
        told.add(CompletableFuture.completedFuture(tells("rules", () -> new RuleScene(desk).tell())));
        for (County county : COUNTIES) {
            told.add(CompletableFuture.completedFuture(
                    tells("off-site checks", () -> new OffSiteScene(desk, county, enterpriseOf(county)).tell())));
            told.add(CompletableFuture.completedFuture(
                    tells("acknowledgement", () -> new NoticeScene(desk, county).tell())));
        }
        for (County county : COUNTIES) {
            told.add(CompletableFuture.completedFuture(
                    tells("draws and reels", () -> new DrawScene(desk, county).tell())));
        }
        told.add(CompletableFuture.completedFuture(
                tells("daily reports", () -> new ReportScene(desk, COUNTIES, this::enterpriseOf).tell())));
        return (int) told.stream().filter(story -> story.resultNow()).count();
    }

    /** Before all others: what was begun then is found as it stands today. */
    private List<Future<Boolean>> tellOfThePast() {
        List<Future<Boolean>> told = new ArrayList<>();
        for (County county : COUNTIES) {
            String enterprise = enterpriseOf(county);
            NeglectScene neglect = new NeglectScene(desk, county, enterprise);
            told.add(CompletableFuture.completedFuture(tells("last visit", neglect::visit)));
            told.add(CompletableFuture.completedFuture(tells("last self-check", neglect::selfCheck)));
            for (EscalationStory story : EscalationStory.values()) {
                Desk then = desk.daysAgo(story.daysAgo());
                told.add(CompletableFuture.completedFuture(
                        tells(story.name(), () -> new EscalationScene(then, county, enterprise, story).begin())));
            }
            told.add(CompletableFuture.completedFuture(tells(
                    "urging",
                    () -> new EscalationScene(desk, county, enterprise, EscalationStory.NEVER_ASSIGNED).press())));
        }
        return told;
    }

    private static boolean tells(String story, Runnable telling) {
        try {
            telling.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.infof("The story %s of the demonstration ended early: %s", story, failure.getMessage());
            return false;
        }
    }

    /** The one whose manager is a persona. */
    private String enterpriseOf(County county) {
        JsonNode answer = desk.ask(county.person("manager"), "{ enterprises(first: 1) { nodes { id } } }", Map.of());
        return answer.at("/data/enterprises/nodes/0/id").asText();
    }

    static LocalDate dayIn(int days) {
        return LocalDate.now(LEDGER).plusDays(days);
    }

    /** At the end of that working day: a story that is told once more the same day says the same. */
    static String inDays(int days) {
        return dayIn(days).atTime(17, 0).atZone(LEDGER).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
